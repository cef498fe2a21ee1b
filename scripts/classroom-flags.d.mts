/** Flags for Node, and for the engine within it. */
export const classroomFlags: string[];
