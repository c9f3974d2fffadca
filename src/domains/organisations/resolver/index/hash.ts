// A 32-bit fingerprint of a text (FNV-1a), so that "the very same name" costs four bytes.
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0
}
