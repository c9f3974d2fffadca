// An organisation as it travels to the resolver's thread: its names as one text.
import type { Known, Name } from './resolver/types.ts'

export type Packed = Omit<Known, 'names' | 'local'> & { source: string; names: string | null }
export const [between, within] = ['\u001e', '\u001f'] as const

export function unpacked({ names, source, ...facts }: Packed): Known {
  return { ...facts, local: source !== 'ror', names: names ? names.split(between).map(nameOf) : [] }
}

function nameOf(packed: string): Name {
  const [kind, lang, text] = packed.split(within) as [Name['kind'], string, string]
  return { text, lang: lang || null, kind }
}
