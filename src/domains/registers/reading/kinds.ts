// Which kind of agreement a text says it is; where the row is silent, what its column or the whole register says.
import { kindWords } from './kind-words.ts'
import { plainLower, remembering } from './plain.ts'
import type { AgreementKind, KindReading } from './types.ts'

const nowhere: KindReading = { value: null, sureness: 0, from: 'nowhere', said: '' }
const longestRead = 600

/** The most telling word wins; in a long text it may stand for something else and is worth less. */
export const readKind: (original: string) => KindReading = remembering((original) => {
  const text = plainLower(original.slice(0, longestRead))
  if (text === '') return nowhere
  for (const { kind, sureness, words } of kindWords) {
    const match = words.exec(text)
    if (!match?.[0].trim()) continue
    const isAlone = text.length <= match[0].length + 30
    return { value: kind, sureness: isAlone ? sureness : sureness - 0.15, from: 'cell', said: match[0].trim() }
  }
  return nowhere
})

/** "International MoUs" above the table, in its sheet or in its file's name says what every silent row is. */
export function registerKind(says: { header: string[]; titles: string[]; sheet: string | null; name: string }): KindReading {
  const file = says.name.replace(/^.*[\\/]/, '').replace(/\.[a-z]{3,4}$/i, '').replace(/[_\-+.]+/g, ' ')
  for (const text of [...says.titles, ...says.header, says.sheet ?? '', file]) {
    const reading = readKind(text)
    if (reading.value && isOneKind(text)) return { ...reading, sureness: Math.min(reading.sureness, 0.7), from: says.header.includes(text) ? 'header' : 'register' }
  }
  return nowhere
}

/** "MoUs and agreements" is no kind in particular. */
function isOneKind(text: string): boolean {
  const lower = plainLower(text)
  const said = new Set<AgreementKind>()
  let rest = lower
  for (const { kind, words } of kindWords) {
    const match = words.exec(rest)
    if (!match) continue
    said.add(kind)
    rest = rest.replace(match[0], ' ')
  }
  return said.size === 1
}

/** What the row says itself, most telling cell first; else what the register says. */
export function kindOfRow(texts: { kind?: string | null; title?: string | null; partner?: string | null; remarks?: string | null }, register: KindReading): KindReading {
  if (texts.kind) {
    const own = readKind(texts.kind)
    if (own.value) return own
  }
  for (const [text, worth] of [[texts.title, 0.9], [texts.remarks, 0.7]] as const) {
    const reading = text ? readKind(text) : nowhere
    if (reading.value) return { ...reading, sureness: reading.sureness * worth }
  }
  const beside = texts.partner ? readKind(texts.partner) : nowhere
  const isTelling = beside.value !== null && beside.value !== 'agreement' && beside.value !== 'enterprise' && beside.value !== 'charter'
  return isTelling ? { ...beside, sureness: beside.sureness * 0.6 } : register
}
