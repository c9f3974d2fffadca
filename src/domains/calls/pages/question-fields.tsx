// One question as it is written: its words, and what its kind needs. `fixed`: the call is open, only the words may be made clearer.
import type { Locale } from '#platform/i18n/locale.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { CheckField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import type { Column, Question } from '../model.ts'
import { saidIn } from '../rules.ts'
import { Worded } from './worded.tsx'

type Props = { question: Question; lang: Locale; fixed: boolean; onChange: (to: Question | null) => void; onUp: (() => void) | undefined; wrong: string[] }

export function QuestionFields({ question, lang, fixed, onChange, onUp, wrong }: Props) {
  const [text, locale] = [useText(), useLocale()]
  const set = (to: Partial<Question>) => onChange({ ...question, ...to })
  const named = saidIn(question.label, locale) || question.id
  return (
    <fieldset className="call-question">
      <legend><bdi>{question.id}</bdi> · {text(`calls.kinds.${question.kind}`)}</legend>
      <Worded label={text('calls.question')} required value={question.label} lang={lang} onChange={(label) => set({ label })} wrong={wrong.length > 0 ? wrong : undefined} />
      <Worded label={text('calls.hint')} value={question.hint} lang={lang} onChange={(hint) => set({ hint })} />
      {!fixed && (
        <>
          {question.kind === 'number' && <NumberFields of={question} onChange={set} />}
          {question.kind === 'choice' && <Options of={question} lang={lang} onChange={(options) => set({ options })} />}
          {question.kind === 'choice' && <CheckField label={text('calls.many')} checked={question.many} onChange={(many) => set({ many })} />}
          {question.kind === 'table' && <Columns of={question.columns} lang={lang} onChange={(columns) => set({ columns })} />}
          <CheckField label={text('calls.required')} checked={question.required} onChange={(required) => set({ required })} />
          <div className="row">
            {onUp && <Button small look="quiet" label={`${text('calls.up')}: ${named}`} onPress={onUp}>{text('calls.up')}</Button>}
            <Button small look="quiet" label={`${text('web.remove')}: ${named}`} onPress={() => onChange(null)}>{text('web.remove')}</Button>
          </div>
        </>
      )}
    </fieldset>
  )
}

type Numbered = Pick<Column, 'unit' | 'least' | 'most'>
function NumberFields({ of, onChange }: { of: Numbered; onChange: (to: Partial<Numbered>) => void }) {
  const text = useText()
  const number = (typed: string) => (typed.trim() === '' || Number.isNaN(Number(typed)) ? null : Number(typed))
  return (
    <div className="call-pair">
      <TextField label={text('calls.unit')} value={of.unit ?? ''} maxLength={60} onChange={(unit) => onChange({ unit: unit || null })} />
      <TextField label={text('calls.least')} type="number" value={of.least === null ? '' : String(of.least)} onChange={(least) => onChange({ least: number(least) })} />
      <TextField label={text('calls.most')} type="number" value={of.most === null ? '' : String(of.most)} onChange={(most) => onChange({ most: number(most) })} />
    </div>
  )
}

/** One a line, in the language that is being written; a line keeps its place in every language. */
function Options({ of: { options }, lang, onChange }: { of: Pick<Column, 'options'>; lang: Locale; onChange: (to: Column['options']) => void }) {
  const text = useText()
  const put = (typed: string) => {
    const lines = typed.split('\n')
    const next = Array.from({ length: Math.max(lines.length, 0) }, (_, at) => {
      const { [lang]: _before, ...others } = options[at]?.label ?? {}
      return { id: options[at]?.id ?? `o${Math.max(0, ...options.map(({ id }) => Number(id.slice(1)))) + 1 + Math.max(0, at - options.length)}`, label: lines[at] ? { ...others, [lang]: lines[at]!.slice(0, 500) } : others }
    })
    onChange(next.filter(({ label }, at) => at === next.length - 1 || Object.keys(label).length > 0).slice(0, 60))
  }
  return <TextField label={text('calls.options')} hint={text('calls.options-hint')} lines={4} value={options.map(({ label }) => label[lang] ?? '').join('\n')} onChange={put} />
}

function Columns({ of, lang, onChange }: { of: Column[]; lang: Locale; onChange: (to: Column[]) => void }) {
  const text = useText()
  const put = (at: number, to: Partial<Column>) => onChange(of.map((one, place) => (place === at ? { ...one, ...to } : one)))
  const add = () => onChange([...of, { id: `c${Math.max(0, ...of.map(({ id }) => Number(id.slice(1)))) + 1}`, kind: 'text', label: {}, unit: null, least: null, most: null, options: [] }])
  return (
    <>
      <ul className="call-rows">
        {of.map((column, at) => (
          <li key={column.id}>
            <div className="call-pair">
              <Worded label={text('calls.column')} required value={column.label} lang={lang} onChange={(label) => put(at, { label })} />
              <SelectField label={text('calls.kind')} required value={column.kind} onChange={(kind) => put(at, { kind: kind as Column['kind'] })} options={(['text', 'number', 'choice', 'date'] as const).map((value) => ({ value, label: text(`calls.kinds.${value}`) }))} />
              {column.kind === 'number' && <TextField label={text('calls.unit')} value={column.unit ?? ''} maxLength={60} onChange={(unit) => put(at, { unit: unit || null })} />}
            </div>
            {column.kind === 'choice' && <Options of={column} lang={lang} onChange={(options) => put(at, { options })} />}
            <div className="row"><Button small look="quiet" label={`${text('web.remove')}: ${column.id}`} onPress={() => onChange(of.filter((_, place) => place !== at))}>{text('web.remove')}</Button></div>
          </li>
        ))}
      </ul>
      <div className="row"><Button small onPress={add}>{text('calls.add-column')}</Button></div>
    </>
  )
}
