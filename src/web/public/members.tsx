// Who belongs to an alliance: on a map, by country, and one by one.
import type { MembersData } from '#domains/publication/model.ts'
import { alliancePage, nameOf } from './alliance-frame.tsx'
import { PlacesMap } from './map.tsx'
import type { Reader } from './page.tsx'
import { Country, Figures, Organisation, When } from './pieces.tsx'

/** `GET /a/:slug/members` */
export function membersPage(reader: Reader, data: MembersData): string {
  const { text } = reader
  const { head, stated, total, countries, places, next } = data
  return alliancePage({
    reader, head, part: '/members', description: text('publication.members-of', { name: nameOf(reader, head) }),
    children: (
      <>
        <p><Figures reader={reader} stated={stated} members={total} countries={countries.filter(({ country }) => country).length} /></p>
        {places.length > 0 && <PlacesMap reader={reader} places={places} />}
        {total === 0 ? <p className="quiet">{text('publication.no-members')}</p> : <><Countries reader={reader} data={data} /><Members reader={reader} data={data} /></>}
        {next && <p><a href={`${head.path}/members?lang=${reader.locale}&after=${encodeURIComponent(next)}`}>{text('publication.further')}</a></p>}
      </>
    ),
  })
}

function Countries({ reader, data }: { reader: Reader; data: MembersData }) {
  const { text } = reader
  return (
    <>
      <h2>{text('publication.by-country')}</h2>
      <table>
        <thead><tr><th scope="col">{text('publication.country')}</th><th scope="col">{text('publication.member-count')}</th></tr></thead>
        <tbody>{data.countries.map(({ country, members }) => <tr key={country}><th scope="row"><Country reader={reader} code={country} /></th><td>{members}</td></tr>)}</tbody>
      </table>
    </>
  )
}

function Members({ reader, data }: { reader: Reader; data: MembersData }) {
  const { text } = reader
  return (
    <>
      <h2>{text('publication.members-list')}</h2>
      <table className="members" role="table">
        <thead role="rowgroup"><tr role="row">{['name', 'country', 'standing', 'since-when'].map((key) => <th key={key} role="columnheader" scope="col">{text(`publication.${key}`)}</th>)}</tr></thead>
        <tbody role="rowgroup">
          {data.members.map(({ organisation, standing, fromOn, fromPrecision }) => (
            <tr key={organisation.id} role="row">
              <th role="rowheader" scope="row"><Organisation reader={reader} organisation={organisation} /></th>
              <td role="cell"><Country reader={reader} code={organisation.country} /></td>
              <td role="cell">{text(`alliances.standings.${standing}`)}</td>
              <td role="cell"><When reader={reader} day={fromOn} precision={fromPrecision} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
