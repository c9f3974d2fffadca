// The invitation to a meeting as its letter's link shows it: when on both clocks, where, what about, and whether one comes.
import type { Coming, Meeting } from '#domains/committees/meeting-model.ts'
import type { Titles } from '#domains/committees/model.ts'
import { formatInstant } from '#platform/i18n/format.ts'
import { page, type Reader } from './page.tsx'

export type InvitationData = {
  body: Titles; meeting: Pick<Meeting, 'number' | 'startsAt' | 'zone' | 'venue' | 'city' | 'link' | 'state'>; items: readonly Titles[]
  name: string; coming: Coming | null; chosen: Coming | null; mayAnswer: boolean; zone: string; missing: boolean
}
const inWords = (titles: Titles, { locale }: Reader) => titles[locale] ?? titles.en ?? Object.values(titles)[0] ?? ''

/** `GET /m/:token` */
export function invitationPage(reader: Reader, data: InvitationData): string {
  const { text, locale } = reader
  const { body, meeting, items, name, coming, mayAnswer, zone } = data
  const title = inWords(body, reader)
  const clocks = [...new Set([meeting.zone, zone])]
  return page({
    reader, title, description: text('committees.meeting-number', { number: meeting.number }), unlisted: true,
    children: (
      <>
        <p className="quiet">{text('committees.invitation.for', { name })}</p>
        <h1><bdi>{title}</bdi> · {text('committees.meeting-number', { number: meeting.number })}</h1>
        <dl className="facts">
          <div><dt>{text('committees.when')}</dt><dd>{clocks.map((each) => <div key={each}><bdi>{formatInstant(meeting.startsAt, locale, each)} ({each})</bdi></div>)}</dd></div>
          {(meeting.venue || meeting.city) && <div><dt>{text('committees.where')}</dt><dd><bdi>{[meeting.venue, meeting.city].filter(Boolean).join(', ')}</bdi></dd></div>}
          {meeting.link && <div><dt>{text('committees.link')}</dt><dd><a href={meeting.link} rel="external noreferrer"><bdi>{meeting.link}</bdi></a></dd></div>}
        </dl>
        {coming && <p className="lead" role="status">{text('committees.invitation.answered', { coming: text(`committees.modes.${coming}`) })}</p>}
        {mayAnswer ? <Answer reader={reader} {...data} /> : <p className="lead" role="status">{text(meeting.state === 'called-off' ? 'committees.meeting-off' : 'committees.invitation.over')}</p>}
        {items.length > 0 && <><h2>{text('committees.agenda')}</h2><ol>{items.map((item, at) => <li key={at}><bdi>{inWords(item, reader)}</bdi></li>)}</ol></>}
        <p className="quiet source">{text('committees.invitation.only')}</p>
      </>
    ),
  })
}

function Answer({ reader: { text, path, locale }, chosen, missing }: InvitationData & { reader: Reader }) {
  return (
    <form method="post" action={`${path}?lang=${locale}`} className="answer">
      <fieldset aria-describedby={missing ? 'coming-wrong' : undefined}>
        <legend>{text('committees.do-you-come')}</legend>
        {(['room', 'online', 'maybe', 'no'] as const).map((coming) => (
          <label key={coming} className="choice"><input type="radio" name="coming" value={coming} defaultChecked={chosen === coming} required /> {text(`committees.invitation.${coming}`)}</label>
        ))}
        {missing && <small id="coming-wrong" className="mark garnet" role="alert">{text('committees.invitation.choose')}</small>}
      </fieldset>
      <button type="submit">{text('committees.invitation.send')}</button>
    </form>
  )
}
