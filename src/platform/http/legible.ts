// What may come in as text: anything that can be written down again. PostgreSQL keeps no NUL, and half of a surrogate pair is
// no character (PostgreSQL manual, 8.3; Unicode, D71).

const deepest = 60

/** Is every text in this value, keys too, one that can be kept? What is nested deeper than anything we ask for is not looked through. */
export function legible(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return true
  return depth < deepest && Object.entries(value).every(([key, each]) => legible(key) && legible(each, depth + 1))
}
