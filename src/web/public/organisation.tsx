// An organisation in public: only what is public about it.
import type { OrganisationData } from '#domains/publication/model.ts'
import { dirOf } from '#platform/i18n/locale.ts'
import { languageName } from '#platform/i18n/format.ts'
import { namesFor } from '../ui/names-for.ts'
import { PlacesMap } from './map.tsx'
import { Names } from './names.tsx'
import { page, type Reader } from './page.tsx'
import { Agreements, Country, Figures, Organisation, Source, To } from './pieces.tsx'

/** `GET /o/:id` */
export function organisationPage(reader: Reader, data: OrganisationData): string {
  const { text, locale } = reader
  const name = namesFor(data.names, locale).first?.value ?? ''
  const place = data.latitude !== null && data.longitude !== null ? [{ label: name, latitude: data.latitude, longitude: data.longitude }] : []
  return page({
    reader, title: name, description: text('publication.about-organisation', { name }),
    children: (
      <>
        <h1><Names reader={reader} names={data.names} /></h1>
        <Facts reader={reader} data={data} />
        {place.length > 0 && <PlacesMap reader={reader} places={place} />}
        {data.belongings.length > 0 && <><h2>{text('publication.alliances')}</h2><Belongings reader={reader} data={data} /></>}
        {data.inForce.length + data.unclear.length > 0 && <Agreements reader={reader} inForce={data.inForce} unclear={data.unclear} />}
        <Source reader={reader} source={data.origin} example={data.example} />
      </>
    ),
  })
}

function Facts({ reader, data }: { reader: Reader; data: OrganisationData }) {
  const { text, locale } = reader
  const ror = data.identifiers.find(({ scheme }) => scheme === 'ror')?.value
  return (
    <dl className="facts">
      {data.partOf && <div><dt>{text('publication.part-of')}</dt><dd><Organisation reader={reader} organisation={data.partOf} /></dd></div>}
      <div><dt>{text('publication.country')}</dt><dd><Country reader={reader} code={data.country} />{data.city && <> · <bdi>{data.city}</bdi></>}</dd></div>
      {data.names.length > 1 && (
        <div><dt>{text('publication.names')}</dt><dd>{data.names.map(({ lang, value }) => (
          <div key={`${lang} ${value}`}><bdi lang={lang} dir={dirOf(lang)}>{value}</bdi> {lang !== 'und' && <small className="quiet">{languageName(lang, locale)}</small>}</div>
        ))}</dd></div>
      )}
      {ror && <div><dt>ROR</dt><dd><a href={`https://ror.org/${ror}`} dir="ltr" rel="external">{`ror.org/${ror}`}</a></dd></div>}
      {data.website && <div><dt>{text('publication.website')}</dt><dd><a href={data.website} dir="ltr" rel="external">{data.website.replace(/^https?:\/\/(www\.)?|\/$/g, '')}</a></dd></div>}
      {data.established && <div><dt>{text('publication.established')}</dt><dd>{data.established}</dd></div>}
    </dl>
  )
}

const Belongings = ({ reader, data }: { reader: Reader; data: OrganisationData }) => (
  <ul className="list">
    {data.belongings.map(({ alliance, standing }) => (
      <li key={alliance.path}>
        <span><To reader={reader} path={alliance.path}><Names reader={reader} names={alliance.names} /></To> <span className="quiet">{reader.text(`alliances.standings.${standing}`)}</span></span>
        <Figures reader={reader} {...alliance} />
      </li>
    ))}
  </ul>
)
