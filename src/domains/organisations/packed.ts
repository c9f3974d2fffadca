// An organisation as it travels to the resolver's thread: its names as one text.
import type { Known, Name } from './resolver/types.ts'

export type Packed = Omit<Known, 'names' | 'local'> & { source: string; provisional: boolean; names: string | null }
export const [between, within] = ['\u001e', '\u001f'] as const

/** The resolver weighs kinds in the words of ROR, in which its weights were fitted. */
export const inRor: Record<string, string> = {
  university: 'education', college: 'education', 'vocational-college': 'education', school: 'education', faculty: 'education', hospital: 'healthcare',
  institute: 'facility', laboratory: 'facility', agency: 'government', ministry: 'government',
}

export function unpacked({ names, source, kind, ...facts }: Packed): Known {
  return { ...facts, kind: inRor[kind] ?? kind, local: source !== 'ror', names: names ? names.split(between).map(nameOf) : [] }
}

function nameOf(packed: string): Name {
  const [kind, lang, text] = packed.split(within) as [Name['kind'], string, string]
  return { text, lang: lang || null, kind }
}
