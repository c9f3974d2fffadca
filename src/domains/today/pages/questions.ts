// What may need this viewer, asked at once: of their own organisations, or of all for who holds no office there.
import { useQuery } from '@tanstack/react-query'
import { agreementsApi } from '#domains/agreements/api.ts'
import { organisationsApi } from '#domains/organisations/api.ts'
import { whyNotJudge } from '#domains/organisations/rules.ts'
import { registersApi } from '#domains/registers/api.ts'
import { organisationsOf, recordKeepers } from '#platform/auth/viewer.ts'
import { ask } from '#web/client.ts'
import { useLocale } from '#web/text.tsx'
import { useViewer } from '#web/viewer.ts'

export const today = (): string => new Date().toISOString().slice(0, 10)
const shown = 5

export function useTurns() {
  const [locale, viewer] = [useLocale(), useViewer()]
  const mine = viewer !== null && organisationsOf(viewer, ...recordKeepers).length > 0
  const acts = mine || (viewer?.admin ?? false)
  const own = mine ? { mine: 'true' } : {}
  const list = (query: object) => ({ ...ask(agreementsApi.list, { query: { locale, limit: shown, ...own, ...query } as never }), enabled: acts })
  const counts = useQuery(ask(agreementsApi.counts, { query: own as never }))
  const expiring = useQuery(list({ state: 'expiring', sort: 'ends' }))
  const lapsed = useQuery(list({ state: 'lapsed', sort: '-ends' }))
  const lacking = useQuery(list({ problem: 'any' }))
  const runs = useQuery({ ...ask(registersApi.runs, {}), enabled: acts })
  const duplicates = useQuery({ ...ask(organisationsApi.duplicates, {}), enabled: viewer !== null && !whyNotJudge(viewer) })
  const all = [counts, expiring, lapsed, lacking, runs, duplicates]
  const open = (runs.data ?? []).filter(({ state }) => state === 'review' || state === 'reading' || state === 'importing')
  const figures = acts ? [counts.data?.states.expiring, counts.data?.states.lapsed, counts.data?.problems, open.length, duplicates.data?.length] : []
  return {
    waiting: all.some(({ isLoading }) => isLoading), error: counts.error ?? expiring.error, again: () => void all.forEach(({ refetch }) => void refetch()),
    counts: counts.data, expiring: expiring.data?.rows ?? [], lapsed: lapsed.data?.rows ?? [], lacking: lacking.data?.rows ?? [], runs: open,
    duplicates: duplicates.data ?? [], own: mine ? '&mine=true' : '', count: figures.reduce<number>((sum, one) => sum + (one ?? 0), 0),
  }
}
