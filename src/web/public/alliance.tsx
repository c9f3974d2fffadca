// An alliance in public: what it is, what is stated and what is recorded, who leads it, what happens in it.
import { type AllianceData, type PublicOfficer, textFor } from '#domains/publication/model.ts'
import { alliancePage, nameOf } from './alliance-frame.tsx'
import { Names } from './names.tsx'
import type { Reader } from './page.tsx'
import { AllianceList, Country, NewsList, Organisation, Said, To, When } from './pieces.tsx'

/** `GET /a/:slug` */
export function allianceOverview(reader: Reader, data: AllianceData): string {
  const description = textFor(data.purpose, reader.locale)?.value ?? nameOf(reader, data)
  return alliancePage({
    reader, head: data, part: '', description,
    children: (
      <>
        <Said reader={reader} texts={data.purpose} className="reading" />
        <Facts reader={reader} data={data} />
        {data.open && <p><To reader={reader} path={`${data.path}/apply`}>{reader.text('memberships.apply')}</To></p>}
        {data.officers.length > 0 && <><h2>{reader.text('publication.officers')}</h2><Officers reader={reader} officers={data.officers} /></>}
        {data.subAlliances.length > 0 && <><h2>{reader.text('publication.sub-alliances')}</h2><AllianceList reader={reader} alliances={data.subAlliances} /></>}
        <News reader={reader} data={data} />
        <Reports reader={reader} reports={data.reports} />
        {Object.keys(data.charter).length > 0 && <><h2>{reader.text('publication.charter')}</h2><Said reader={reader} texts={data.charter} className="reading" /></>}
      </>
    ),
  })
}

function Facts({ reader, data }: { reader: Reader; data: AllianceData }) {
  const { text } = reader
  const { stated, recorded, above, host, foundedOn, foundedPrecision, agreements } = data
  const over = (words: string) => (stated.atLeast ? text('publication.over', { what: words }) : words)
  return (
    <dl className="facts">
      {above && <div><dt>{text('publication.part-of')}</dt><dd><To reader={reader} path={above.path}><Names reader={reader} names={above.names} /></To></dd></div>}
      {host && <div><dt>{text('publication.host')}</dt><dd><Organisation reader={reader} organisation={host} /></dd></div>}
      {foundedOn && <div><dt>{text('publication.founded')}</dt><dd><When reader={reader} day={foundedOn} precision={foundedPrecision} /></dd></div>}
      {stated.members && <div><dt>{text('publication.stated')}</dt><dd>{over(text('publication.members', { count: stated.members }))}{stated.nations && <> · {text('publication.nations', { count: stated.nations })}</>}</dd></div>}
      <div>
        <dt>{text('publication.recorded')}</dt>
        <dd><To reader={reader} path={`${data.path}/members`}>{text('publication.members', { count: recorded.members })}</To> · {text('publication.countries', { count: recorded.countries })}</dd>
      </div>
      <div>
        <dt>{text('publication.agreements')}</dt>
        <dd>
          <To reader={reader} path={`${data.path}/agreements`}>{text('publication.count-in-force', { count: agreements.inForce })}</To>
          {agreements.unclear > 0 && <> · {text('publication.count-unclear', { count: agreements.unclear })}</>}
        </dd>
      </div>
    </dl>
  )
}

function Officers({ reader, officers }: { reader: Reader; officers: PublicOfficer[] }) {
  const { text } = reader
  return (
    <ul className="list">
      {officers.map(({ id, post, country, personName, personNameNative, organisation, fromOn, fromPrecision, untilOn, untilPrecision }) => (
        <li key={id}>
          <span><strong><bdi>{personName}</bdi></strong>{personNameNative && <> <bdi className="quiet">{personNameNative}</bdi></>}</span>
          <span className="quiet">
            {text(`alliances.posts.${post}`)}{country && <> · <Country reader={reader} code={country} /></>}
            {organisation && <> · <Organisation reader={reader} organisation={organisation} /></>}
            {fromOn && <> · {text('publication.since')} <When reader={reader} day={fromOn} precision={fromPrecision} /></>}
            {untilOn && <> · {text('publication.until')} <When reader={reader} day={untilOn} precision={untilPrecision} /></>}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What an alliance said of its years, as it was frozen then. */
const Reports = ({ reader, reports }: { reader: Reader; reports: AllianceData['reports'] }) => (reports.length === 0 ? <></> : (
  <>
    <h2>{reader.text('publication.reports')}</h2>
    <ul className="list">{reports.map(({ path, year }) => <li key={path}><To reader={reader} path={path}><bdi>{year}</bdi></To></li>)}</ul>
  </>
))

const News = ({ reader, data }: { reader: Reader; data: AllianceData }) => (
  <>
    <h2>{reader.text('publication.news')}</h2>
    {data.news.length > 0 ? <NewsList reader={reader} news={data.news} /> : <p className="quiet">{reader.text('publication.no-news')}</p>}
    {data.ceremonies.length > 0 && (
      <>
        <h3>{reader.text('signing.ceremonies')}</h3>
        <ul className="list">
          {data.ceremonies.map(({ path, title, heldOn, city, country, agreements }) => (
            <li key={path}>
              <To reader={reader} path={path}><bdi>{title[reader.locale] ?? title.en ?? Object.values(title)[0]}</bdi></To>
              <span className="quiet"><When reader={reader} day={heldOn} precision="day" />{city && <> · <bdi>{city}</bdi></>}{country && <> · <Country reader={reader} code={country} /></>} · {reader.text('signing.ceremony.so-many', { count: agreements })}</span>
            </li>
          ))}
        </ul>
      </>
    )}
    {data.news.length >= 5 && <p><To reader={reader} path={`${data.path}/news`}>{reader.text('publication.all-news')}</To></p>}
  </>
)
