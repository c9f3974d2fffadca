// What went wrong at the door; a moment is told as the reader writes it.
import { formatInstant } from '#platform/i18n/format.ts'
import { Refusal } from '#web/client.ts'
import { useLocale } from '#web/text.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'

export function DoorTrouble({ error }: { error: unknown }) {
  const locale = useLocale()
  if (!error) return null
  if (!(error instanceof Refusal) || typeof error.facts['until'] !== 'string') return <ErrorNote error={error} />
  const until = formatInstant(error.facts['until'], locale)
  return <ErrorNote error={new Refusal(error.status, { error: error.reason, facts: { ...error.facts, until } })} />
}

export const wrongIn = (error: unknown, field: string): string[] | undefined => (error instanceof Refusal ? error.fields[field] : undefined)
/** Said beside its field already. */
export const besides = (error: unknown): unknown => (error instanceof Refusal && Object.keys(error.fields).length > 0 ? undefined : error)
