// Calls as lines: what is asked, by when, how far it is, and what of it is one's own.
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Day } from '#web/ui/whole.tsx'
import type { CallLine } from '../model.ts'
import { saidIn } from '../rules.ts'
import './calls.css'
import { CallMark, StateMark } from './marks.tsx'

export function CallLines({ calls, named = false }: { calls: CallLine[]; named?: boolean }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <ul className="call-lines">
      {calls.map((call) => (
        <li key={call.id}>
          <span>
            <Go to={`/calls/${call.id}`}><bdi>{saidIn(call.title, locale)}</bdi></Go>
            {named && <small className="quiet"><bdi>{saidIn(call.alliance.name, locale)}</bdi></small>}
            <small className="quiet">{text('calls.due')} <Day day={call.dueOn} /></small>
          </span>
          <span><CallMark call={call} />{call.mayManage && call.openedAt && <small className="quiet">{text('calls.progress', { answered: call.answered, asked: call.asked })}</small>}</span>
          <span className="call-mine">
            {call.mine.map(({ organisationId, state }) => (
              <span key={organisationId}><StateMark state={state} late={!call.closedAt && call.dueOn < new Date().toISOString().slice(0, 10)} /> {!call.closedAt && state !== 'answered' && <ButtonLink small to={`/calls/${call.id}/answers/${organisationId}`}>{text('calls.answer')}</ButtonLink>}</span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
