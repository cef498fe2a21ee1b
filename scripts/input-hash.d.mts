export function inputHash(): string;
