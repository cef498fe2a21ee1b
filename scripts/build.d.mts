export function ensureBuild(): void;
export function ensureClassroom(): void;
