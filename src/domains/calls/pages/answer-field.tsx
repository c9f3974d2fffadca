// The field of one question, by its kind.
import { useState } from 'react'
import { useDeedWithFile } from '#web/offline/use-sent-file.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { FileField } from '#web/ui/fields/file-field.tsx'
import { CheckField, ChoiceField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { callsApi } from '../api.ts'
import type { Cell, Column, FormFile, Question, Row, Value } from '../model.ts'
import { saidIn } from '../rules.ts'

type Place = { id: string; organisationId: string }
type Props = { place: Place; question: Question; value: Value | undefined; files: FormFile['files']; onChange: (to: Value | undefined) => void; wrong: string[] | undefined }

export function AnswerField(props: Props) {
  const locale = useLocale()
  const { question, value, onChange, wrong } = props
  const { kind, many, required, options } = question
  const field = { label: [saidIn(question.label, locale), question.unit && `(${question.unit})`].filter(Boolean).join(' '), hint: saidIn(question.hint, locale) || undefined, required, wrong }
  if (kind === 'file') return <Files {...props} field={field} />
  if (kind === 'table') return <Rows {...props} label={field.label} hint={field.hint} />
  if (kind === 'choice') {
    const chosen = (Array.isArray(value) ? value : []) as string[]
    const said = options.map(({ id, label }) => ({ value: id, label: saidIn(label, locale) }))
    if (!many && said.length <= 7) return <div className="call-choices stack"><ChoiceField label={field.label} value={chosen[0] ?? ''} onChange={(to) => onChange([to])} options={said} /><Wrong keys={wrong} /></div>
    if (!many) return <SelectField {...field} none="—" value={chosen[0] ?? ''} onChange={(to) => onChange(to ? [to] : undefined)} options={said} />
    return (
      <fieldset className="choices call-choices">
        <legend>{field.label}</legend>
        {said.map(({ value: id, label }) => <CheckField key={id} label={label} checked={chosen.includes(id)} onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id))} />)}
        <Wrong keys={wrong} />
      </fieldset>
    )
  }
  return <CellField kind={kind} field={field} value={Array.isArray(value) ? undefined : value} onChange={onChange} />
}

type Said = { label: string; hint?: string | undefined; required: boolean; wrong: string[] | undefined }
function CellField({ kind, field, value, onChange, lines = 3 }: { kind: 'text' | 'number' | 'date'; field: Said; value: Cell | undefined; onChange: (to: Cell | undefined) => void; lines?: number }) {
  const { hint, ...rest } = field
  const shown = { ...rest, ...(hint ? { hint } : {}) }
  if (kind === 'date') return <DayField {...shown} precise value={value ? { value: String(value), precision: 'day' } : null} onChange={(day) => onChange(day?.value)} />
  if (kind === 'number') return <TextField {...shown} value={value === undefined ? '' : String(value)} maxLength={40} onChange={(to) => onChange(to || undefined)} />
  return <TextField {...shown} {...(lines > 1 ? { lines } : {})} value={value === undefined ? '' : String(value)} maxLength={20_000} onChange={(to) => onChange(to || undefined)} />
}

function Rows({ question: { columns }, value, onChange, wrong, label, hint }: Props & { label: string; hint: string | undefined }) {
  const [text, locale] = [useText(), useLocale()]
  const rows = (Array.isArray(value) && value.length > 0 ? value : [{}]) as Row[]
  const put = (at: number, { id }: Column, to: Cell | undefined) => onChange(rows.map((row, place) => {
    if (place !== at) return row
    const { [id]: _, ...rest } = row
    return to === undefined ? rest : { ...rest, [id]: to }
  }))
  return (
    <fieldset className="call-question">
      <legend>{label}</legend>
      {hint && <small className="quiet">{hint}</small>}
      <ul className="call-rows">
        {rows.map((row, at) => (
          <li key={at}>
            <div className="call-pair">{columns.map((column) => <TableCell key={column.id} column={column} label={[saidIn(column.label, locale), column.unit && `(${column.unit})`].filter(Boolean).join(' ')} value={row[column.id]} onChange={(to) => put(at, column, to)} />)}</div>
            <div className="row"><Button small look="quiet" label={`${text('web.remove')}: ${text('calls.row', { number: at + 1 })}`} onPress={() => onChange(rows.filter((_, place) => place !== at))}>{text('web.remove')}</Button></div>
          </li>
        ))}
      </ul>
      <div className="row"><Button small onPress={() => onChange([...rows, {}])}>{text('calls.add-row')}</Button></div>
      <Wrong keys={wrong} />
    </fieldset>
  )
}

function TableCell({ column: { kind, options }, label, value, onChange }: { column: Column; label: string; value: Cell | undefined; onChange: (to: Cell | undefined) => void }) {
  const locale = useLocale()
  if (kind === 'choice') return <SelectField label={label} none="—" value={String(value ?? '')} onChange={(to) => onChange(to || undefined)} options={options.map(({ id, label: said }) => ({ value: id, label: saidIn(said, locale) }))} />
  return <CellField kind={kind} lines={1} field={{ label, required: false, wrong: undefined }} value={value} onChange={onChange} />
}

/** A file goes at once, piece by piece, and goes on after a break: the answer only names it. */
function Files({ place, value, files, onChange, field: { hint, ...field } }: Props & { field: Said }) {
  const text = useText()
  const [brought, bring] = useState<FormFile['files']>([])
  const { give, share, error } = useDeedWithFile(callsApi.keepFile)
  const ids = (Array.isArray(value) ? value : []) as string[]
  const add = (file: File | null) => file && give(file, { params: place }, { onSuccess: (named) => (bring((before) => [...before, named]), onChange([...ids, named.id])) })
  return (
    <div className="stack">
      <FileField {...field} {...(hint ? { hint } : {})} file={null} onChange={(file) => void add(file)} />
      <ul className="plain-list">{ids.map((id) => { const name = [...files, ...brought].find((one) => one.id === id)?.name ?? id; return <li key={id} className="row"><bdi>{name}</bdi> <Button small look="quiet" label={text('web.remove-one', { what: name })} onPress={() => onChange(ids.filter((one) => one !== id))}>{text('web.remove')}</Button></li> })}</ul>
      {share !== null && <progress value={share} aria-label={field.label} />}
      {error ? <ErrorNote error={error} /> : null}
    </div>
  )
}

function Wrong({ keys }: { keys: string[] | undefined }) {
  const text = useText()
  return keys ? <small className="field-wrong" role="alert">{keys.map((key) => text(key)).join(' ')}</small> : null
}
