// The questions of a call, as they are asked.
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Empty } from '#web/ui/notes.tsx'
import type { CallFile } from '../model.ts'
import { saidIn } from '../rules.ts'

export function QuestionList({ call: { id, questions, mayManage } }: { call: CallFile }) {
  const [text, locale] = [useText(), useLocale()]
  if (questions.length === 0) return <Empty title={text('calls.asks-nothing')} action={mayManage && <ButtonLink look="primary" to={`/calls/${id}/write`}>{text('calls.write')}</ButtonLink>}>{text('calls.asks-nothing.next')}</Empty>
  return (
    <ol className="call-lines">
      {questions.map(({ id: question, label, hint, kind, unit, required, options, columns }) => (
        <li key={question}>
          <span><bdi>{saidIn(label, locale)}</bdi>{saidIn(hint, locale) && <small className="quiet"><bdi>{saidIn(hint, locale)}</bdi></small>}</span>
          <span>{text(`calls.kinds.${kind}`)}{unit && <> (<bdi>{unit}</bdi>)</>}<small className="quiet">{[...options, ...columns].map((one) => saidIn(one.label, locale)).join(' · ')}</small></span>
          <span className="quiet">{text(required ? 'calls.required' : 'calls.optional')}</span>
        </li>
      ))}
    </ol>
  )
}
