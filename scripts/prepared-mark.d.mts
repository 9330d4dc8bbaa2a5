export function markOf(lock: string | Uint8Array, bun: string | null, machine: string): string;
