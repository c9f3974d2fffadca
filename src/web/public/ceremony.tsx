// The result of a ceremony, for the news: what was signed, between whom, by whom. Titles only of agreements that are public.
import type { CeremonyFile } from '#domains/signing/ceremony-model.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { countryName, formatDay } from '#platform/i18n/format.ts'
import { page, type Reader } from './page.tsx'
import { Said } from './pieces.tsx'

/** `GET /s/:id` */
export function ceremonyPage(reader: Reader, { title, heldOn, venue, city, country, host, items, words }: CeremonyFile): string {
  const { text, locale } = reader
  const name = title[locale] ?? title.en ?? Object.values(title)[0] ?? ''
  return page({
    reader, title: name, description: name,
    children: (
      <article>
        <h1><bdi>{name}</bdi></h1>
        <p className="quiet">{formatDay(heldOn, 'day', locale)} · <bdi>{[venue, city, country && countryName(country, locale)].filter(Boolean).join(', ') || nameIn(host, locale)}</bdi></p>
        <Said reader={reader} texts={words as Record<string, string>} className="reading" />
        <h2>{text('signing.ceremony.result')}</h2>
        <ol className="list">
          {items.map(({ agreementId, title: agreed, kind, sides, signatories }) => (
            <li key={agreementId}>
              <strong>{agreed ? <bdi>{agreed}</bdi> : text(`agreements.kinds.${kind}`)}</strong>
              <span><bdi>{sides.map(({ organisation, unit }) => [unit, nameIn(organisation, locale)].filter(Boolean).join(', ')).join(' — ')}</bdi></span>
              <small className="quiet"><bdi>{signatories.filter((one) => one.name !== one.organisation?.name).map(({ name: who, title: office }) => [who, office].filter(Boolean).join(', ')).join('; ')}</bdi></small>
            </li>
          ))}
        </ol>
        <p className="quiet source">{text('signing.no-promise')}</p>
      </article>
    ),
  })
}
