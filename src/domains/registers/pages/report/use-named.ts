// The rows that a report names: by their partner, so that "row 18" is not all one reads.
import { useQuery } from '@tanstack/react-query'
import { ask } from '#web/client.ts'
import { useLocale } from '#web/text.tsx'
import { registersApi } from '../../api.ts'
import type { Run, RunRow } from '../../model.ts'
import { meantBy } from '../review/meant.tsx'

export type Named = (row: number) => { name: string; row: RunRow | undefined }

export function useNamed(run: Run, numbers: number[]): Named {
  const locale = useLocale()
  const rows = [...new Set(numbers)].slice(0, 100)
  const { data } = useQuery({ ...ask(registersApi.rows, { params: { id: run.id }, query: { show: 'all', rows: rows.join(','), locale } as never }), enabled: rows.length > 0 })
  const byNumber = new Map(data?.rows.map((row) => [row.row, row]))
  return (number) => {
    const row = byNumber.get(number)
    return { name: row ? partnersOf(row) : '', row }
  }
}

function partnersOf(row: RunRow): string {
  return row.parties.map((party, place) => (party.owner ? '' : meantBy(row, party, place)?.name || party.text)).filter(Boolean).join(', ') || row.cells.filter(Boolean).join(' · ')
}
