// A call: what it asks, how far it is, who answered and who has not; to a member, its own line.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { one, useAddress, useParam } from '#web/address.ts'
import { ask, linkTo, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { Day } from '#web/ui/whole.tsx'
import { callsApi } from '../api.ts'
import type { CallFile } from '../model.ts'
import { saidIn, whyNotClose, whyNotOpen } from '../rules.ts'
import { BringDialog } from './bring-dialog.tsx'
import { CallHistory } from './call-history.tsx'
import './calls.css'
import { CallMark } from './marks.tsx'
import { Members } from './members.tsx'
import { QuestionList } from './question-list.tsx'
import { ResultsTable } from './results-table.tsx'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(callsApi.read, { params: { id: params['id']! } }))

const views = { members: Members, questions: QuestionList, results: ResultsTable, history: CallHistory }
const today = () => new Date().toISOString().slice(0, 10)

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const [address] = useAddress()
  const { data: call } = useSuspenseQuery(ask(callsApi.read, { params: { id } }))
  const open = (call.mayManage ? Object.keys(views) : ['members', 'questions']) as (keyof typeof views)[]
  const current = open.find((view) => view === one(address['view'])) ?? (call.openedAt ? 'members' : 'questions')
  const View = views[current]
  const about = saidIn(call.about, locale)
  return (
    <Frame title={saidIn(call.title, locale)} width={current === 'results' ? 'register' : 'page'} above={<Go to={`/alliances/${call.alliance.id}`}><bdi>{saidIn(call.alliance.name, locale)}</bdi></Go>}
      about={<><CallMark call={call} /><span>{text('calls.due')} <Day day={call.dueOn} /></span></>} actions={<Steps call={call} />}>
      {about && <p className="reading" dir="auto">{about}</p>}
      {call.mayManage && call.openedAt && <Progress call={call} />}
      <nav className="call-views no-print" aria-label={text('calls.view')}>
        {open.map((view) => <Go key={view} to={`/calls/${id}?view=${view}`} {...(view === current ? { 'aria-current': 'page' as const } : {})}>{text(`calls.views.${view}`)}</Go>)}
      </nav>
      <View call={call} />
    </Frame>
  )
}

function Progress({ call: { asked, answered, begun } }: { call: CallFile }) {
  const text = useText()
  const share = (of: number) => ({ inlineSize: `${asked === 0 ? 0 : (of / asked) * 100}%` })
  return (
    <div className="stack">
      <span className="call-progress" role="img" aria-label={text('calls.progress-whole', { answered, begun, asked })}>{begun > 0 && <i className="is-begun" style={share(answered + begun)} />}<i className="is-answered" style={share(answered)} /></span>
      <small className="quiet">{text('calls.progress-whole', { answered, begun, asked })}</small>
    </div>
  )
}

function Steps({ call }: { call: CallFile }) {
  const [text, locale, say, trouble] = [useText(), useLocale(), useToast(), useToastTrouble()]
  const [bringing, setBringing] = useState(false)
  const [opening, closing, reopening, reminding] = [useDeed(callsApi.open), useDeed(callsApi.close), useDeed(callsApi.reopen), useDeed(callsApi.remind)]
  const params = { id: call.id }
  const done = (key: string) => ({ onSuccess: () => say(text(key)), onError: trouble })
  const running = !whyNotClose(call)
  const mine = call.members.find((one) => one.mine)
  return (
    <>
      {call.questions.length > 0 && (call.mayManage || mine) && <a className="button plain" href={linkTo(callsApi.workbook, { params, query: { locale } })} download>{text('calls.workbook')}</a>}
      {running && (call.mayManage || mine) && <Button onPress={() => setBringing(true)}>{text('calls.bring')}</Button>}
      {call.mayManage && !call.closedAt && <ButtonLink to={`/calls/${call.id}/write`}>{text('calls.write')}</ButtonLink>}
      {call.mayManage && !call.openedAt && <Button look="primary" whyNot={whyNotOpen(call, today())} busy={opening.isPending} onPress={() => opening.mutate({ params }, done('calls.opened'))}>{text('calls.open')}</Button>}
      {call.mayManage && running && <Button busy={reminding.isPending} onPress={() => reminding.mutate({ params }, { onSuccess: ({ letters }) => say(text('calls.reminded', { letters })), onError: trouble })}>{text('calls.remind')}</Button>}
      {call.mayManage && running && <Button busy={closing.isPending} onPress={() => closing.mutate({ params }, done('calls.closed'))}>{text('calls.close')}</Button>}
      {call.mayManage && call.closedAt && <Button busy={reopening.isPending} onPress={() => reopening.mutate({ params }, done('calls.reopened'))}>{text('calls.reopen')}</Button>}
      {bringing && <BringDialog callId={call.id} onClose={() => setBringing(false)} />}
    </>
  )
}
