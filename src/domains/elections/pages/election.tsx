// An election: who stands, who may vote and has, what was counted and by which rule, protests, and the step that comes next.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { formatInstant } from '#platform/i18n/format.ts'
import { useParam } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Note } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { Day } from '#web/ui/whole.tsx'
import { electionsApi } from '../api.ts'
import type { ElectionFile } from '../model.ts'
import { whyNotCount, whyNotInstall, whyNotOpen } from '../rules.ts'
import { Ballot } from './ballot.tsx'
import { Candidates } from './candidates.tsx'
import { CountDialog, NominateDialog, ReasonDialog } from './election-dialogs.tsx'
import './elections.css'
import { StageMark } from './pieces.tsx'
import { Protests } from './protests.tsx'
import { Rounds } from './rounds.tsx'
import { saidIn } from './said.ts'

const asked = (id: string) => ask(electionsApi.read, { params: { id } })
export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(asked(params['id']!))
const today = () => new Date().toISOString().slice(0, 10)

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: election } = useSuspenseQuery(asked(id))
  const { stage, post, alliance, nominateUntil, voteUntil, protestUntil, termFrom, because } = election
  return (
    <Frame title={text('elections.of', { post: text(`alliances.posts.${post}`) })} above={<Go to={`/alliances/${alliance.id}/elections`}><bdi>{saidIn(alliance.name, locale)}</bdi></Go>}
      about={<><StageMark stage={stage} />{stage === 'nominating' && <span>{text('elections.nominate-until')} <Day day={nominateUntil} /></span>}{stage === 'voting' && <span>{text('elections.vote-until')} <Day day={voteUntil} /></span>}{stage === 'protest' && protestUntil && <span>{text('elections.protest-until')} <Day day={protestUntil} /></span>}<span>{text('elections.term-from')} <Day day={termFrom} /></span></>}
      actions={<Steps election={election} />}>
      {because && <Note tone="saffron"><p><bdi>{because}</bdi></p></Note>}
      {stage === 'voting' && election.voters.some(({ mine, votedAt }) => mine && !votedAt) && <Ballot key={election.round} election={election} />}
      {election.rounds.length > 0 && <Rounds election={election} />}
      <Candidates election={election} />
      {election.openedAt && <Voters election={election} />}
      {(stage === 'protest' || election.protests.length > 0) && <Protests election={election} />}
      <History election={election} />
    </Frame>
  )
}

function Steps({ election }: { election: ElectionFile }) {
  const [text, say, trouble] = [useText(), useToast(), useToastTrouble()]
  const [open, setOpen] = useState<'nominate' | 'count' | 'cancel'>()
  const [opening, installing] = [useDeed(electionsApi.open, ['/alliances']), useDeed(electionsApi.install, ['/alliances'])]
  const { id, stage, mayManage, mine, candidates, voters, protests, nominateUntil } = election
  const params = { id }
  const done = (key: string) => ({ onSuccess: () => say(text(key)), onError: trouble })
  const closed = (why: string | undefined) => (why ? { whyNot: why } : {})
  return (
    <>
      {stage === 'nominating' && mine.length > 0 && <Button {...closed(today() > nominateUntil ? 'elections.nominations-are-over' : undefined)} onPress={() => setOpen('nominate')}>{text('elections.nominate')}</Button>}
      {stage === 'nominating' && mayManage && <Button look="primary" busy={opening.isPending} {...closed(whyNotOpen(election, candidates.filter(({ answer }) => answer === 'accepted').length, today()))} onPress={() => opening.mutate({ params }, done('elections.opened'))}>{text('elections.open')}</Button>}
      {stage === 'voting' && mayManage && <Button look="primary" {...closed(whyNotCount(election, voters.filter(({ votedAt }) => !votedAt).length, today()))} onPress={() => setOpen('count')}>{text('elections.count')}</Button>}
      {(stage === 'protest' || stage === 'decided') && mayManage && <Button look="primary" busy={installing.isPending} {...closed(whyNotInstall(election, protests))} onPress={() => installing.mutate({ params }, done('elections.installed'))}>{text('elections.install')}</Button>}
      {mayManage && stage !== 'installed' && stage !== 'cancelled' && <Button look="quiet" onPress={() => setOpen('cancel')}>{text('elections.cancel')}</Button>}
      {open === 'nominate' && <NominateDialog election={election} onClose={() => setOpen(undefined)} />}
      {open === 'count' && <CountDialog election={election} onClose={() => setOpen(undefined)} />}
      {open === 'cancel' && <ReasonDialog election={election} what="cancel" onClose={() => setOpen(undefined)} />}
    </>
  )
}

/** That a member has voted is for all to see; what it voted for nobody. */
function Voters({ election: { voters, round } }: { election: ElectionFile }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <Section title={text('elections.electorate', { round, voted: voters.filter(({ votedAt }) => votedAt).length, all: voters.length })}>
      <ul className="election-lines">
        {voters.map(({ organisation, votedAt, rests }) => <li key={organisation.id}><span><bdi>{nameIn(organisation, locale)}</bdi></span>{votedAt ? <Mark tone="jade" shape="disc">{text('elections.has-voted-short')}</Mark> : rests ? <Mark tone="garnet" shape="square">{text('elections.vote-rests-short')}</Mark> : <Mark tone="quiet" shape="ring">{text('elections.not-voted')}</Mark>}<span /></li>)}
      </ul>
    </Section>
  )
}

function History({ election: { history } }: { election: ElectionFile }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <Section title={text('elections.history')}>
      <ol className="election-lines">
        {history.map(({ id, at, what, who, organisation }) => <li key={id}><span>{text(`elections.history.${what}`, { organisation: organisation ?? '' })}</span><span className="quiet"><bdi>{who ?? ''}</bdi></span><time className="quiet" dateTime={at}><bdi>{formatInstant(at, locale)}</bdi></time></li>)}
      </ol>
    </Section>
  )
}
