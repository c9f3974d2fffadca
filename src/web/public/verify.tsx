// Whether a paper is what was sealed here: by the code printed on it, or by the file itself; and how the agreement or the minutes stand today.
import type { SealedMinutes, Verification, Verified } from '#domains/signing/verification-model.ts'
import { formatDay, formatInstant } from '#platform/i18n/format.ts'
import { page, type Reader } from './page.tsx'

export type VerifyData = { code?: string; sealed?: Verified; unknown?: true; verification?: Verification; refused?: string }

/** `GET /verify`, `GET /verify/:code`, `POST /verify` */
export function verifyPage(reader: Reader, { code, sealed, unknown, verification, refused }: VerifyData): string {
  const { text } = reader
  return page({
    reader, title: text('signing.verify.title'), description: text('signing.verify.what'), unlisted: true,
    children: (
      <>
        <h1>{text('signing.verify.title')}</h1>
        {unknown && <p className="lead mark garnet verdict" role="alert">{text('signing.verify.unknown', { code: code ?? '' })}</p>}
        {refused && <p className="lead mark garnet verdict" role="alert">{text(refused)} {text(`${refused}.next`)}</p>}
        {verification && <Found reader={reader} of={verification} />}
        {sealed && <><p className="lead" role="status">{text(sealed.about === 'agreement' ? 'signing.verify.by-code' : 'signing.verify.by-code.minutes')}</p><Stands reader={reader} of={sealed} /></>}
        <Ask reader={reader} code={code} />
        <p className="quiet source">{text('signing.no-promise')}</p>
      </>
    ),
  })
}

const tones = { sealed: 'jade', revision: 'saffron', longer: 'garnet', shorter: 'garnet', other: 'garnet' } as const

function Found({ reader, of: { finding, sealed, signatures, sha256, whole } }: { reader: Reader; of: Verification }) {
  const { text } = reader
  return (
    <>
      <p className={`lead mark verdict ${tones[finding]}`} role="status">{text(`signing.verify.finding.${finding}`)}</p>
      <p className="quiet">SHA-256 <code className="hash" dir="ltr">{sha256}</code></p>
      {sealed && <Stands reader={reader} of={sealed} />}
      <h2>{text('signing.verify.signatures')}</h2>
      {signatures.length === 0 ? <p>{text('signing.verify.no-signatures')}</p> : <ul className="list">{signatures.map((one) => <Signature key={one.field} reader={reader} of={one} />)}</ul>}
      {signatures.length > 0 && <p className="quiet">{text(whole ? 'signing.verify.whole' : 'signing.verify.not-whole')}</p>}
    </>
  )
}

function Signature({ reader: { text, locale }, of: { integrity, after, certificate, signer, statedAt, stamped, validThen, issuedHere } }: { reader: Reader; of: Verification['signatures'][number] }) {
  const good = integrity === 'valid' && after !== 'content' && validThen === 'in-date'
  const doubts = [after === 'content' && 'signing.verify.after-content', validThen !== 'in-date' && `signing.verify.then.${validThen}`].filter((key) => typeof key === 'string')
  return (
    <li>
      <span><strong className={`mark ${good ? 'jade' : integrity === 'valid' ? 'saffron' : 'garnet'}`}>{text(`signing.verify.integrity.${integrity}`)}</strong> <bdi>{certificate?.subject ?? signer ?? ''}</bdi></span>
      <span className="quiet">{[
        signer && signer !== certificate?.subject && text('signing.verify.names', { name: signer }), certificate && text(issuedHere ? 'signing.verify.issued-here' : 'signing.verify.issued-by', { issuer: certificate.issuer }),
        statedAt && text('signing.verify.stated-at', { at: formatInstant(statedAt, locale, 'UTC') }), stamped && text('signing.verify.stamped-at', { at: formatInstant(stamped.at, locale, 'UTC'), by: stamped.by }), ...doubts.map((key) => text(key)),
      ].filter(Boolean).join(' · ')}</span>
    </li>
  )
}

const Stands = ({ reader, of }: { reader: Reader; of: Verified }) => (of.about === 'agreement' ? <AgreementStands reader={reader} of={of} /> : <MinutesStand reader={reader} of={of} />)

/** Of minutes everybody learns that they are genuine, how many sides signed, and whether corrections stand beside them: not whose they are. */
function MinutesStand({ reader: { text, locale }, of: { about, code, number, sealedAt, sides, signed, signedAt, corrections } }: { reader: Reader; of: SealedMinutes }) {
  const at = (one: string) => `${formatInstant(one, locale, 'UTC')} UTC`
  const facts: [string, string | null][] = [
    ['signing.verify.what-it-is', text(about === 'minutes' ? 'signing.verify.is-minutes' : 'signing.verify.is-correction', { number: number ?? 0 })], ['signing.sealed-at', at(sealedAt)],
    ['signing.verify.signed', text(signedAt ? 'signing.verify.signed-by-all' : 'signing.verify.signed-by', { signed, sides })], ['signing.verify.signed-on', signedAt && at(signedAt)],
    ['signing.verify.corrections', corrections.length === 0 ? text('signing.verify.uncorrected') : corrections.map((one) => text('signing.verify.corrected', { number: one.number, at: formatDay(one.sealedAt.slice(0, 10), 'day', locale) })).join('; ')], ['signing.code', code],
  ]
  return <><dl className="facts">{facts.map(([label, value]) => value && <div key={label}><dt>{text(label)}</dt><dd><bdi>{value}</bdi></dd></div>)}</dl><p className="quiet">{text('signing.verify.minutes-not-public')}</p></>
}

function AgreementStands({ reader: { text, locale }, of: { code, state, sealedAt, signedOn, since, until, public: shown } }: { reader: Reader; of: Extract<Verified, { about: 'agreement' }> }) {
  const day = (one: string | null) => one && formatDay(one, 'day', locale)
  const facts: [string, string | null][] = [
    ['signing.verify.state', text(`web.states.${state}`)], ['signing.verify.since', day(since)], ['signing.verify.until', day(until)], ['signing.verify.signed-on', day(signedOn)],
    ['signing.sealed-at', `${formatInstant(sealedAt, locale, 'UTC')} UTC`], ['signing.code', code],
    ['signing.sheet.agreement', shown && shown.title], ['signing.verify.parties', shown && shown.parties.join('; ')],
  ]
  return (
    <>
      <dl className="facts">{facts.map(([label, value]) => value && <div key={label}><dt>{text(label)}</dt><dd><bdi>{value}</bdi></dd></div>)}</dl>
      {shown
        ? <ul className="list">{shown.signatures.map((one, at) => <li key={at}><span><bdi>{one.name}</bdi>{one.title && <> · <bdi>{one.title}</bdi></>} · <bdi>{one.side}</bdi></span><small className="quiet">{text(`signing.means.${one.means}.done`)} · {formatDay(one.signedOn, 'day', locale)}</small></li>)}</ul>
        : <p className="quiet">{text('signing.verify.not-public')}</p>}
    </>
  )
}

function Ask({ reader: { text, locale }, code }: { reader: Reader; code: string | undefined }) {
  return (
    <>
      <form method="get" action="/verify" className="answer">
        <input type="hidden" name="lang" value={locale} />
        <p className="ask"><label htmlFor="code">{text('signing.verify.code')}</label><input id="code" name="code" required maxLength={40} autoComplete="off" dir="ltr" defaultValue={code} /></p>
        <button type="submit">{text('signing.verify.look')}</button>
      </form>
      <form method="post" action={`/verify?lang=${locale}`} encType="multipart/form-data" className="answer">
        <p className="ask"><label htmlFor="file">{text('signing.verify.file')}</label><input id="file" name="file" type="file" accept="application/pdf,.pdf" required /></p>
        <p className="quiet">{text('signing.verify.kept-nothing')}</p>
        <button type="submit">{text('signing.verify.check')}</button>
      </form>
    </>
  )
}
