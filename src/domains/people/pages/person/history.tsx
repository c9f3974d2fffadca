// What happened to a person's offices and account, newest first.
import { useQuery } from '@tanstack/react-query'
import { formatInstant } from '#platform/i18n/format.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { peopleApi } from '../../api.ts'

export function History({ id }: { id: string }) {
  const [text, locale] = [useText(), useLocale()]
  const { data, error, isPending } = useQuery(ask(peopleApi.history, { params: { id } }))
  return (
    <Section title={text('people.history')}>
      {isPending && <Skeleton lines={3} />}
      {error && <ErrorNote error={error} />}
      <ul className="lines">
        {data?.map(({ id: entry, what, at, by, data: facts }) => (
          <li key={entry}>
            <span>{text(`people.deeds.${what}`, { role: facts['role'] ? text(`people.roles.${String(facts['role'])}`) : '' })}</span>
            <small className="quiet">{by && <><bdi>{by}</bdi> · </>}<time>{formatInstant(at, locale)}</time></small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
