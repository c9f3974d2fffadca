// Cells of a workbook that could not be taken: as they came, with the reason.
import { useLocale, useText } from '#web/text.tsx'
import { Mark } from '#web/ui/mark.tsx'
import type { Question, Unread } from '../model.ts'
import { saidIn } from '../rules.ts'

export function UnreadList({ unread, questions }: { unread: readonly Unread[]; questions: readonly Question[] }) {
  const [text, locale] = [useText(), useLocale()]
  const named = ({ question, column }: Unread) => {
    const of = questions.find(({ id }) => id === question)
    const within = of?.columns.find(({ id }) => id === column)
    return [of && saidIn(of.label, locale), within && saidIn(within.label, locale)].filter(Boolean).join(' · ')
  }
  return (
    <ul className="call-unread">
      {unread.map((one, at) => (
        <li key={at}>
          <Mark tone="garnet" shape="cross">{text(one.why)}</Mark> <bdi>{named(one)}</bdi>: <q dir="auto">{one.text}</q>{one.row > 0 && <small className="quiet"> {text('calls.unread-row', { row: one.row })}</small>}
        </li>
      ))}
    </ul>
  )
}
