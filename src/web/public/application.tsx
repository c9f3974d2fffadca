// How an application stands, for the applicant without an account: its step and days, its papers, and the forms for what is theirs to do now.
import type { ApplicationFile } from '#domains/memberships/admission-model.ts'
import { type Deed, whyNot } from '#domains/memberships/admission-rules.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { Line, Words, Wrong } from './fields.tsx'
import { page, type Reader } from './page.tsx'
import { said } from './said.ts'

export type ApplicationData = { file: ApplicationFile; today: string; fields?: Record<string, string>; wrong?: Record<string, string[]> }
type Of = { reader: Reader } & Required<ApplicationData>

/** `GET /apply/:token` */
export function applicationPage(reader: Reader, { fields = {}, wrong = {}, ...data }: ApplicationData): string {
  const { text, locale } = reader
  const { file } = data
  const of: Of = { reader, fields, wrong, ...data }
  const alliance = nameIn(file.alliance.organisation, locale)
  const words = file.step === 'completing' || file.step === 'refused' ? file.taken.findLast(({ outcome }) => outcome === (file.step === 'refused' ? 'refused' : 'asked'))?.said : null
  return page({
    reader, title: `${file.applicant.name} · ${alliance}`, description: text('memberships.admission'), unlisted: true,
    children: (
      <>
        <p className="quiet">{text('memberships.apply.title', { alliance })}</p>
        <h1><bdi>{file.applicant.name}</bdi></h1>
        <p className="lead" role="status">{text(`memberships.next.${file.step}`)}{file.dueOn && <> · {text('memberships.due')} <bdi>{formatDay(file.dueOn, 'day', locale)}</bdi></>}</p>
        {words && <blockquote><bdi>{words}</bdi></blockquote>}
        {file.step === 'observing' && <p>{text('memberships.says.observing', { until: formatDay(file.observesUntil!, 'day', locale) })}</p>}
        {file.step === 'refused' && <p>{file.appealed ? text('memberships.says.refused-finally') : text('memberships.says.may-appeal', { until: file.lapsesOn ? formatDay(file.lapsesOn, 'day', locale) : '' })}</p>}
        <Steps {...of} />
        <h2>{text('memberships.papers')}</h2>
        <Papers {...of} />
        <h2>{text('memberships.path')}</h2>
        <ol className="list">
          {file.taken.map(({ id, step, enteredAt, outcome }) => <li key={id}><span>{text(`memberships.steps.${step}`)}{outcome && <span className="quiet"> · {text(`memberships.outcomes.${outcome}`)}</span>}</span><small className="quiet"><bdi>{formatDay(enteredAt.slice(0, 10), 'day', locale)}</bdi></small></li>)}
        </ol>
        <p className="quiet source">{text('memberships.public.keep-link')}</p>
      </>
    ),
  })
}

const open = ({ file, today }: Of, deed: Deed): boolean => {
  const { step, organisation, observesUntil, appealed, council, rules, hats, papers, bodySits, lapsesOn } = file
  return whyNot(deed, { application: { step, organisationId: organisation?.id ?? null, observesUntil, appealed, laidId: council?.id ?? null }, rules: rules.rules, hats, papers, council, bodySits, today, lapsesOn }) === undefined
}

function Steps(of: Of) {
  const { reader: { text, path, locale }, reader, file, wrong, fields } = of
  const plain = (deed: 'answer' | 'appeal' | 'withdraw') => (
    <form key={deed} method="post" action={`${path}?lang=${locale}`} className="answer" noValidate>
      <input type="hidden" name="deed" value={deed} />
      <Words reader={reader} name="said" label={text(`memberships.${deed}.words`)} fields={fields['deed'] === deed ? fields : {}} wrong={wrong[deed] ? { said: wrong[deed] } : {}} required rows={3} />
      <button type="submit">{text(`memberships.${deed}`)}</button>
    </form>
  )
  return (
    <>
      {file.step === 'pledge' && (
        <form method="post" action={`${path}?lang=${locale}`} className="answer" noValidate>
          <h2>{text('memberships.pledge.accept')}</h2>
          <blockquote><bdi>{said(file.rules.rules.pledge, locale)}</bdi></blockquote>
          <input type="hidden" name="deed" value="pledge" /><input type="hidden" name="hash" value={file.pledgeHash} />
          <Line reader={reader} name="name" label={text('memberships.pledge.name')} fields={fields} wrong={wrong['pledge'] ? { name: wrong['pledge'] } : {}} required complete="name" />
          <Line reader={reader} name="office" label={text('memberships.pledge.office')} fields={fields} wrong={{}} required complete="organization-title" />
          <p className="quiet">{text('memberships.pledge.dated')}</p>
          <button type="submit">{text('memberships.pledge.accept')}</button>
        </form>
      )}
      {(open(of, 'answer') || wrong['answer']) && plain('answer')}
      {open(of, 'appeal') && plain('appeal')}
      {open(of, 'withdraw') && <details><summary>{text('memberships.withdraw')}</summary>{plain('withdraw')}</details>}
    </>
  )
}

function Papers(of: Of) {
  const { reader: { text, path, locale }, file, wrong, fields } = of
  return (
    <ul className="list">
      {file.rules.rules.requirements.map(({ key, what, optional }) => {
        const paper = file.papers.find(({ requirement }) => requirement === key)
        const failed = wrong['hand-in'] && fields['requirement'] === key ? wrong['hand-in'] : undefined
        return (
          <li key={key}>
            <span><strong><bdi>{said(what, locale)}</bdi></strong>{optional && <span className="quiet"> ({text('memberships.optional')})</span>}</span>
            <span className={`mark ${paper ? 'jade' : file.asked.includes(key) ? 'saffron' : 'quiet'}`}>{text(`memberships.paper.${paper ? 'there' : file.asked.includes(key) ? 'asked' : 'missing'}`)}{paper && <>: <bdi>{paper.name}</bdi></>}</span>
            {open(of, 'hand-in') && (
              <form method="post" action={`${path}?lang=${locale}`} encType="multipart/form-data" className="hand-in">
                <input type="hidden" name="deed" value="hand-in" /><input type="hidden" name="requirement" value={key} />
                <input type="file" name="file" aria-label={said(what, locale)} accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff,.webp,.docx,.xlsx" required aria-describedby={failed ? `${key}-wrong` : undefined} />
                <button type="submit">{text(paper ? 'memberships.paper.replace' : 'memberships.paper.add')}</button>
                <Wrong name={key} keys={failed} text={text} />
              </form>
            )}
          </li>
        )
      })}
    </ul>
  )
}
