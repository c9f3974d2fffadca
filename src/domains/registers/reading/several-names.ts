// One partner written in several ways: as the same organisation, perhaps as the same one, or in words that differ by a slip of the finger.
import { partnerKey } from './duplicates.ts'
import { slips } from './plain.ts'
import type { RowToSum } from './summary.ts'

/** `perhaps`: nobody has said that these are one; `id` is missing where no organisation is known for them. */
export interface Named { id: string | null; name: string; perhaps?: true; texts: { text: string; rows: number[] }[] }

/** An offer below this is too often another partner. */
const offeredFrom = 0.7

type Partner = { name: string; sure: boolean; texts: Map<string, { text: string; rows: number[] }> }

/** Ways of writing differ by more than signs and case. */
export function severalNames(rows: readonly RowToSum[]): Named[] {
  const byId = new Map<string, Partner>()
  const unknown: Written[] = []
  for (const { row, parties } of rows) {
    for (const { text, organisation, decision, confidence = 1 } of parties) {
      const key = partnerKey(text)
      if (!organisation || decision === 'new' || (decision === 'offered' && confidence < offeredFrom)) {
        unknown.push({ key, text, row })
        continue
      }
      const known = byId.get(organisation.id) ?? { name: organisation.name, sure: true, texts: new Map() }
      byId.set(organisation.id, known)
      known.sure &&= decision === 'matched'
      addText(known, key, text, row)
    }
  }
  const one = ([id, { name, sure, texts }]: [string | null, Partner]): Named => ({ id, name, ...(sure ? {} : { perhaps: true as const }), texts: [...texts.values()] })
  return [...[...byId].map(one), ...alike(unknown).map((partner) => one([null, partner]))].filter(({ texts }) => texts.length > 1)
}

function addText(to: Partner, key: string, text: string, row: number): void {
  const written = to.texts.get(key) ?? { text, rows: [] }
  to.texts.set(key, { ...written, rows: [...new Set([...written.rows, row])] })
}

type Written = { key: string; text: string; row: number }

/** Texts that nobody knows, where a slip or two lie between them: compared only where the words begin alike, so that ten thousand cost little. */
function alike(texts: readonly Written[]): Partner[] {
  const groups = new Map<string, Partner[]>()
  for (const { key, text, row } of texts) {
    const words = key.split(' ').toSorted()
    const initials = words.map((word) => word[0]).join('')
    const among = groups.get(initials) ?? []
    groups.set(initials, among)
    const same = among.find((partner) => partner.texts.has(key)) ?? among.slice(0, comparedWith).find((partner) => isSlipOf(key, [...partner.texts.keys()][0]!))
    if (same) addText(same, key, text, row)
    else among.push({ name: text, sure: false, texts: new Map([[key, { text, rows: [row] }]]) })
  }
  return [...groups.values()].flat()
}
const comparedWith = 50

/** One slip in twelve letters; figures are never a slip: «School 12» is not «School 13». */
function isSlipOf(a: string, b: string): boolean {
  const most = Math.min(3, Math.floor(Math.min(a.length, b.length) / 12))
  if (most === 0 || a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false
  const sorted = (key: string) => key.split(' ').toSorted().join(' ')
  return slips(sorted(a), sorted(b), most) <= most
}
