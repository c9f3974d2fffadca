// What a partner without an account is asked: the claim, its evidence, what was said so far, and a plain form to confirm or dispute it.
import type { ClaimFile, LinkOut, Said } from '#domains/confirmations/model.ts'
import { claimantOf, titleOf, valuesIn } from '#domains/confirmations/rules.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay, formatInstant, formatNumber } from '#platform/i18n/format.ts'
import { page, type Reader } from './page.tsx'

export type ClaimData = { claim: ClaimFile; link: Pick<LinkOut, 'place' | 'expiresAt'>; mayAnswer: boolean; fields?: Record<string, string>; wrong?: Record<string, string[]> }

/** `GET /c/:token` */
export function claimPage(reader: Reader, data: ClaimData): string {
  const { text, locale } = reader
  const { claim, link, mayAnswer } = data
  const names = { claimant: nameIn(claimantOf(claim.sides).organisation, locale), side: nameIn(claim.sides.find(({ place }) => place === link.place)!.organisation, locale) }
  const title = titleOf(claim.shown, locale)
  return page({
    reader, title, description: text('confirmations.public.title', names), unlisted: true,
    children: (
      <>
        <p className="quiet">{text('confirmations.public.title', names)}</p>
        <h1><bdi>{title}</bdi></h1>
        <Lines reader={reader} claim={claim} />
        {claim.shown.evidence.length > 0 && <><h2>{text('confirmations.evidence')}</h2><Evidence reader={reader} claim={claim} /></>}
        {claim.said.length > 0 && <><h2>{text('confirmations.conversation')}</h2><Conversation reader={reader} claim={claim} /></>}
        {mayAnswer ? <Answer reader={reader} {...data} side={names.side} /> : <Settled reader={reader} {...data} />}
        <p className="quiet source">{text('confirmations.public.until', { until: formatInstant(link.expiresAt, locale, 'UTC') })}</p>
      </>
    ),
  })
}

export const linkOverPage = (reader: Reader): string => page({
  reader, title: reader.text('confirmations.link-over'), description: reader.text('confirmations.link-over'), unlisted: true,
  children: <><h1>{reader.text('confirmations.link-over')}</h1><p className="reading">{reader.text('confirmations.link-over.next')}</p></>,
})

type Of = { reader: Reader; claim: ClaimFile }

function Lines({ reader: { text, locale }, claim: { shown } }: Of) {
  const labelled = Map.groupBy(shown.lines, ({ label }) => label)
  return (
    <dl className="facts">
      {[...labelled].map(([label, lines]) => (
        <div key={label}><dt>{text(label)}</dt><dd>{lines.map(({ key, values }, at) => <div key={at}><bdi>{text(key, valuesIn(values, locale, (day) => formatDay(day, 'day', locale)))}</bdi></div>)}</dd></div>
      ))}
    </dl>
  )
}

const Evidence = ({ reader: { path, locale }, claim: { shown } }: Of) => (
  <ul className="list">
    {shown.evidence.map(({ id, title, url, size }) => (
      <li key={id}><a href={url ?? `${path}/files/${id}`} rel="external noreferrer"><bdi>{title}</bdi></a>{size !== null && <small className="quiet"><bdi>{formatNumber(size / 1000, locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })}</bdi></small>}</li>
    ))}
  </ul>
)

const Conversation = ({ reader: { text, locale }, claim: { said, sides } }: Of) => (
  <ul className="list">
    {said.map((one: Said) => {
      const side = sides.find(({ place }) => place === one.place)
      return (
        <li key={one.id}>
          <span><strong className={`mark ${one.said === 'confirmed' ? 'jade' : one.said === 'disputed' ? 'garnet' : 'saffron'}`}>{text(`confirmations.said.${one.said}`)}</strong> <bdi>{side && nameIn(side.organisation, locale)}</bdi>{one.name && <> · <bdi>{one.name}</bdi></>}</span>
          {one.reason && <q dir="auto">{one.reason}</q>}
          <small className="quiet"><bdi>{formatInstant(one.at, locale, 'UTC')} UTC</bdi></small>
        </li>
      )
    })}
  </ul>
)

function Settled({ reader: { text }, claim: { state, sides }, link }: Of & Pick<ClaimData, 'link'>) {
  const { answer } = sides.find(({ place }) => place === link.place)!
  const said = state === 'withdrawn' ? 'withdrawn' : answer
  return <p className="lead" role="status">{text(`confirmations.public.settled.${said}`)}</p>
}

/** Large enough for a thumb; what was typed stays when something is missing. */
function Answer({ reader: { text, path, locale }, side, fields = {}, wrong = {} }: ClaimData & { reader: Reader; side: string }) {
  const typed = (name: string, label: string, complete: string) => (
    <p className="ask">
      <label htmlFor={name}>{text(label)}</label>
      <input id={name} name={name} required maxLength={500} autoComplete={complete} defaultValue={fields[name]} dir="auto" aria-invalid={name in wrong || undefined} aria-describedby={name in wrong ? `${name}-wrong` : undefined} />
      <Wrong name={name} keys={wrong[name]} text={text} />
    </p>
  )
  return (
    <form method="post" action={`${path}?lang=${locale}`} className="answer" noValidate>
      <h2>{text('confirmations.public.ask', { side })}</h2>
      {typed('name', 'confirmations.public.name', 'name')}
      {typed('office', 'confirmations.public.office', 'organization-title')}
      <fieldset aria-describedby={wrong['answer'] ? 'answer-wrong' : undefined}>
        <legend>{text('confirmations.public.is-it-so')}</legend>
        {(['confirmed', 'disputed'] as const).map((answer) => (
          <label key={answer} className="choice"><input type="radio" name="answer" value={answer} defaultChecked={fields['answer'] === answer} required /> {text(`confirmations.public.${answer}`)}</label>
        ))}
        <Wrong name="answer" keys={wrong['answer']} text={text} />
      </fieldset>
      <p className="ask">
        <label htmlFor="reason">{text('confirmations.public.reason')}</label>
        <textarea id="reason" name="reason" rows={3} maxLength={20_000} dir="auto" defaultValue={fields['reason']} aria-invalid={'reason' in wrong || undefined} />
        <Wrong name="reason" keys={wrong['reason']} text={text} />
      </p>
      <p className="quiet">{text('confirmations.public.recorded')}</p>
      <button type="submit">{text('confirmations.public.send')}</button>
    </form>
  )
}

const Wrong = ({ name, keys, text }: { name: string; keys: string[] | undefined; text: Reader['text'] }) =>
  (keys ? <small id={`${name}-wrong`} className="mark garnet" role="alert">{keys.map((key) => text(key)).join(' ')}</small> : null)
