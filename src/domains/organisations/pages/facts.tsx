// What is known of an organisation: facts, every name in its own script, identifiers with where they lead.
import type { ReactNode } from 'react'
import { intlTag } from '#platform/i18n/message.ts'
import { countryName, languageName } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { CopyButton } from '#web/ui/copy-button.tsx'
import { Name } from '#web/ui/names.tsx'
import { Facts } from '#web/ui/page.tsx'
import { Whole } from '#web/ui/whole.tsx'
import { type Organisation, schemes } from '../model.ts'
import { OrganisationLink } from './organisation-name.tsx'

export function FactList({ of }: { of: Organisation }) {
  const [text, locale] = [useText(), useLocale()]
  const fact = (name: string, value: ReactNode): [string, ReactNode] => [text(`organisations.facts.${name}`), value]
  return (
    <Facts of={[
      fact('kind', text(`organisations.kinds.${of.kind}`)),
      fact('city', of.city && <bdi>{of.city}</bdi>),
      fact('country', of.country && countryName(of.country, locale)),
      fact('parentId', of.parent && <OrganisationLink of={of.parent} />),
      fact('website', of.website && <a href={of.website} dir="ltr" rel="noreferrer">{of.website.replace(/^https?:\/\/|\/$/g, '')}</a>),
      fact('domain', of.domain && <bdi dir="ltr">{of.domain}</bdi>),
      fact('established', of.established && <Whole>{of.established}</Whole>),
      [text('organisations.page.local-time'), of.timeZone && <LocalTime zone={of.timeZone} />],
      fact('source', text(`organisations.sources.${of.source}`)),
      fact('origin', of.origin && <span dir="auto">{of.origin}</span>),
    ]} />
  )
}

/** Whether one may call now. */
function LocalTime({ zone }: { zone: string }) {
  const locale = useLocale()
  const time = new Intl.DateTimeFormat(intlTag(locale), { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', weekday: 'short' }).format(new Date())
  return <><Whole>{time}</Whole> <small className="quiet"><bdi dir="ltr">{zone}</bdi></small></>
}

export function AllNames({ of }: { of: Organisation }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <ul className="plain-list organisation-names">
      {of.names.map(({ text: value, lang, kind }) => (
        <li key={`${value} ${lang} ${kind}`}>
          <Name name={{ value, lang: lang ?? 'und' }} />
          <small className="quiet">{text(`organisations.nameKinds.${kind}`)}{lang && <> · {languageName(lang, locale)}</>}</small>
        </li>
      ))}
    </ul>
  )
}

const addresses: Record<string, (value: string) => string> = {
  ror: (value) => `https://ror.org/${value}`, wikidata: (value) => `https://www.wikidata.org/wiki/${value}`, isni: (value) => `https://isni.org/isni/${value}`,
}

export function Identifiers({ of }: { of: Organisation }) {
  const text = useText()
  const named = (scheme: string) => ((schemes as readonly string[]).includes(scheme) ? text(`organisations.schemes.${scheme}`) : scheme)
  return (
    <Facts of={of.identifiers.map(({ scheme, value }): [string, ReactNode] => {
      const address = addresses[scheme]?.(value)
      const shown = address ? <a href={address} dir="ltr" rel="noreferrer">{value}</a> : <code dir="ltr">{value}</code>
      return [named(scheme), <span key={value} className="row">{shown}<CopyButton value={address ?? value} what={named(scheme)} /></span>]
    }).map(([label, value], at, all) => [all.findIndex(([other]) => other === label) === at ? label : `${label} (${at + 1})`, value])} />
  )
}
