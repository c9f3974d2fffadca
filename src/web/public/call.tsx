// What a member without an account is asked in a call: its questions as a plain form, in the reader's language.
import type { Column, FormFile, Question } from '#domains/calls/model.ts'
import { saidIn } from '#domains/calls/rules.ts'
import { fieldsOf } from '#domains/calls/typed-rules.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay, formatInstant } from '#platform/i18n/format.ts'
import { page, type Reader } from './page.tsx'

export type CallData = { form: FormFile; mayAnswer: boolean; fields?: Record<string, string>; wrong?: Record<string, string[]> }

/** `GET /k/:token` */
export function callPage(reader: Reader, data: CallData): string {
  const { text, locale } = reader
  const { form: { call, alliance, organisation, answers }, mayAnswer } = data
  const [title, about] = [saidIn(call.title, locale), saidIn(call.about, locale)]
  const names = { alliance: saidIn(alliance.name, locale), member: nameIn(organisation, locale), due: formatDay(call.dueOn, 'day', locale) }
  return page({
    reader, title, description: text('calls.public.title', names), unlisted: true,
    children: (
      <>
        <p className="quiet">{text('calls.public.title', names)}</p>
        <h1><bdi>{title}</bdi></h1>
        {about && <p className="reading" dir="auto">{about}</p>}
        <p>{text('calls.public.due', names)}</p>
        {answers[0] && <p className="lead" role="status">{text('calls.public.answered', { on: formatInstant(answers[0].at, locale, 'UTC') })}</p>}
        {mayAnswer ? <Questions reader={reader} {...data} /> : <p className="lead" role="status">{text('calls.is-closed')}</p>}
      </>
    ),
  })
}

export const callOverPage = (reader: Reader): string => page({
  reader, title: reader.text('calls.link-over'), description: reader.text('calls.link-over'), unlisted: true,
  children: <><h1>{reader.text('calls.link-over')}</h1><p className="reading">{reader.text('calls.link-over.next')}</p></>,
})

type Given = { reader: Reader; fields: Record<string, string>; wrong: Record<string, string[]> }

function Questions({ reader, form, fields, wrong = {} }: CallData & { reader: Reader }) {
  const { text, path, locale } = reader
  const begun = form.draft ?? form.answers[0]?.values ?? {}
  const given = { reader, wrong, fields: fields && Object.keys(fields).length > 0 ? fields : fieldsOf(form.call.questions, begun) }
  const files = form.call.questions.filter(({ kind }) => kind === 'file')
  return (
    <>
      {files.length > 0 && <><h2>{text('calls.public.files')}</h2><p className="quiet">{text('calls.public.files-first')}</p></>}
      {files.map((question) => <Files key={question.id} question={question} there={(begun[question.id] ?? []) as string[]} names={form.files} {...given} />)}
      <form method="post" action={`${path}?lang=${locale}`} className="answer" noValidate>
        {form.call.questions.filter(({ kind }) => kind !== 'file').map((question) => <Asked key={question.id} question={question} {...given} />)}
        <Line id="name" label={text('calls.public.name')} {...given} />
        <Line id="office" label={text('calls.public.office')} {...given} />
        <p className="quiet">{text('calls.public.recorded')}</p>
        <button type="submit">{text('calls.public.send')}</button>
      </form>
    </>
  )
}

function Asked({ question, ...given }: Given & { question: Question }) {
  const { reader: { text, locale }, fields, wrong } = given
  const { id, kind, required, unit } = question
  const label = [saidIn(question.label, locale), unit && `(${unit})`, !required && text('calls.public.optional')].filter(Boolean).join(' ')
  const hint = saidIn(question.hint, locale)
  if (kind === 'choice') {
    return (
      <fieldset aria-describedby={wrong[id] ? `${id}-wrong` : undefined}>
        <legend>{label}</legend>
        {hint && <small className="quiet">{hint}</small>}
        {question.options.map((option) => {
          const name = question.many ? `${id}.${option.id}` : id
          return <label key={option.id} className="choice"><input type={question.many ? 'checkbox' : 'radio'} name={name} value={question.many ? 'on' : option.id} defaultChecked={question.many ? fields[name] !== undefined : fields[id] === option.id} /> {saidIn(option.label, locale)}</label>
        })}
        <Wrong id={id} {...given} />
      </fieldset>
    )
  }
  if (kind === 'file') return null
  if (kind === 'table') return <Table question={question} label={label} hint={hint} {...given} />
  return <Line id={id} label={label} hint={hint} kind={kind} {...given} />
}

/** One form for each file: what is typed below is sent by itself. */
function Files({ question, there, names, ...given }: Given & { question: Question; there: readonly string[]; names: FormFile['files'] }) {
  const { reader: { text, locale, path }, wrong } = given
  const { id, required } = question
  const [label, hint] = [[saidIn(question.label, locale), !required && text('calls.public.optional')].filter(Boolean).join(' '), saidIn(question.hint, locale)]
  const hidden = (deed: string, file?: string) => <><input type="hidden" name="deed" value={deed} /><input type="hidden" name="question" value={id} />{file && <input type="hidden" name="file" value={file} />}</>
  return (
    <section>
      <h3><bdi>{label}</bdi></h3>
      {hint && <small className="quiet">{hint}</small>}
      {there.length > 0 && (
        <ul className="list">
          {there.map((file) => { const name = names.find((one) => one.id === file)?.name ?? ''; return (
            <li key={file}><span className="mark jade"><bdi>{name}</bdi></span><form method="post" action={`${path}?lang=${locale}`} className="hand-in">{hidden('no-file', file)}<button type="submit" aria-label={`${text('calls.public.remove-file')}: ${name}`}>{text('calls.public.remove-file')}</button></form></li>
          ) })}
        </ul>
      )}
      <form method="post" action={`${path}?lang=${locale}`} encType="multipart/form-data" className="hand-in">
        {hidden('file')}
        <input type="file" name="sent" aria-label={label} accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff,.webp,.docx,.xlsx" required aria-describedby={wrong[id] ? `${id}-wrong` : undefined} />
        <button type="submit">{text('calls.public.add-file')}</button>
        <Wrong id={id} {...given} />
      </form>
    </section>
  )
}

type LineProps = Given & { id: string; label: string; hint?: string; kind?: 'text' | 'number' | 'date' }
function Line({ id, label, hint, kind, fields, wrong, reader }: LineProps) {
  const described = [hint && `${id}-hint`, id in wrong && `${id}-wrong`].filter(Boolean).join(' ') || undefined
  const own = { id, name: id, defaultValue: fields[id], 'aria-invalid': id in wrong || undefined, 'aria-describedby': described }
  return (
    <p className="ask">
      <label htmlFor={id}>{label}</label>
      {hint && <small id={`${id}-hint`} className="quiet">{hint}</small>}
      {kind === 'text' ? <textarea {...own} rows={3} maxLength={20_000} dir="auto" /> : <input {...own} maxLength={500} dir="auto" {...(kind === 'number' ? { inputMode: 'decimal' as const } : {})} {...(kind === 'date' ? { placeholder: '2026-12-31' } : {})} />}
      <Wrong id={id} fields={fields} wrong={wrong} reader={reader} />
    </p>
  )
}

/** The rows that are there, and a few more. */
function Table({ question: { id, columns }, label, hint, ...given }: Given & { question: Question; label: string; hint: string }) {
  const { reader: { text, locale }, fields } = given
  const last = Math.max(-1, ...Object.keys(fields).flatMap((name) => { const [, at] = new RegExp(`^${id}\\.(\\d+)\\.`).exec(name) ?? []; return at ? [Number(at)] : [] }))
  return (
    <fieldset>
      <legend>{label}</legend>
      {hint && <small className="quiet">{hint}</small>}
      <Wrong id={id} {...given} />
      {Array.from({ length: last + 4 }, (_, at) => (
        <details key={at} className="call-row" open={at === 0 || at <= last}>
          <summary>{text('calls.public.row', { number: at + 1 })}</summary>
          {columns.map((column) => <Cell key={column.id} name={`${id}.${at}.${column.id}`} column={column} label={[saidIn(column.label, locale), column.unit && `(${column.unit})`].filter(Boolean).join(' ')} {...given} />)}
        </details>
      ))}
    </fieldset>
  )
}

function Cell({ name, column, label, fields, reader: { locale } }: Given & { name: string; column: Column; label: string }) {
  return (
    <p className="ask">
      <label htmlFor={name}>{label}</label>
      {column.kind === 'choice'
        ? <select id={name} name={name} defaultValue={fields[name]}><option value="">—</option>{column.options.map(({ id, label: said }) => <option key={id} value={id}>{saidIn(said, locale)}</option>)}</select>
        : <input id={name} name={name} defaultValue={fields[name]} maxLength={500} dir="auto" />}
    </p>
  )
}

const Wrong = ({ id, wrong, reader: { text } }: Given & { id: string }) =>
  (wrong[id] ? <small id={`${id}-wrong`} className="mark garnet" role="alert">{wrong[id].map((key) => text(key)).join(' ')}</small> : null)
