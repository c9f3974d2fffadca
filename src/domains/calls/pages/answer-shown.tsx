// What a member answered: the answer that stands, and when others stood before it.
import { formatInstant } from '#platform/i18n/format.ts'
import { linkTo } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Facts, Section } from '#web/ui/page.tsx'
import { callsApi } from '../api.ts'
import type { FormFile } from '../model.ts'
import { saidIn } from '../rules.ts'
import { Shown } from './results-table.tsx'

export function AnswerShown({ form: { call, organisation, answers, files } }: { form: FormFile }) {
  const [text, locale] = [useText(), useLocale()]
  const [stands, ...before] = answers
  const to = (file: string) => linkTo(callsApi.file, { params: { id: call.id, organisationId: organisation.id, fileId: file } })
  return (
    <Section title={text('calls.the-answer')}>
      <Facts of={call.questions.map((question) => [saidIn(question.label, locale), <Shown key={question.id} question={question} value={stands!.values[question.id]} files={files} to={to} />])} />
      {before.length > 0 && <details><summary>{text('calls.before', { count: before.length })}</summary><ul>{before.map(({ at, by, via }) => <li key={at}><bdi>{formatInstant(at, locale)}</bdi> · {text(`calls.via.${via}`)}{by && <> · <bdi>{by}</bdi></>}</li>)}</ul></details>}
    </Section>
  )
}
