// The particulars, as a registry prints them.
import type { ReactNode } from 'react'
import { zoneName } from '#platform/i18n/format.ts'
import { Facts } from '#web/ui/page.tsx'
import { Day } from '#web/ui/whole.tsx'
import type { AgreementFile } from '../model.ts'
import { useSay } from './say.ts'

export function AgreementFacts({ agreement }: { agreement: AgreementFile }) {
  const { text, term, locale } = useSay()
  const { kind, signedOn, signedPrecision, startsOn, termText, standing, noticeMonths, fields, visibility, source, notes, dayZone } = agreement
  const facts: [string, ReactNode][] = [
    ['kind', text(`agreements.kinds.${kind}`)],
    ['signed-on', signedOn && <Day day={signedOn} precision={signedPrecision ?? 'day'} />],
    ['starts-on', startsOn && <Day day={startsOn} />],
    ['term', <bdi key="term">{term(agreement)}</bdi>],
    ['term-as-written', termText && <bdi>{termText}</bdi>],
    ['renews', standing.renews && <Day day={standing.renews} />],
    ['notice', noticeMonths !== null && text('agreements.length.months', { months: noticeMonths })],
    ['zone', <bdi key="zone">{zoneName(dayZone, locale)}</bdi>],
    ['fields', fields.length > 0 && <ul className="plain">{fields.map((code) => <li key={code}><bdi dir="ltr" className="quiet">{code}</bdi> {text(`agreements.fields.${code}`)}</li>)}</ul>],
    ['visibility', text(`agreements.visibilities.${visibility}`)],
    ['source', source && <bdi>{source}</bdi>],
    ['notes', notes && <bdi>{notes}</bdi>],
  ]
  return <Facts of={facts.filter(([, value]) => value !== false).map(([name, value]) => [text(`agreements.${name}`), value])} />
}
