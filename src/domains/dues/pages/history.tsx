// What happened in a year of dues, the latest first: who did what, for which member, and why.
import { nameIn } from '#domains/organisations/model.ts'
import { formatInstant } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Section } from '#web/ui/page.tsx'
import type { YearFile } from '../model.ts'
import { money } from '../rules.ts'

export function History({ year: { history, currency } }: { year: YearFile }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <Section title={text('dues.history')}>
      <ol className="dues-lines">
        {history.map(({ id, at, what, who, organisation, amount, count, because }) => (
          <li key={id}>
            <span>{text(`dues.history.${what}`, { organisation: organisation ? nameIn(organisation, locale) : '', amount: amount === null ? '' : money(amount, currency, locale), count: count ?? 0 })}{because && <small className="quiet"><bdi>{because}</bdi></small>}</span>
            <span className="quiet"><bdi>{who ?? text('dues.history.by-pamir')}</bdi></span>
            <time className="quiet" dateTime={at}><bdi>{formatInstant(at, locale)}</bdi></time>
          </li>
        ))}
      </ol>
    </Section>
  )
}
