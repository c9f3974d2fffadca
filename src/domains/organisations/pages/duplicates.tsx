// Records that may be one organisation: the reason, the comparison, and what was merged before with the way back.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatShare } from '#platform/i18n/format.ts'
import { ask, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Empty, ErrorNote, Note } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { Day } from '#web/ui/whole.tsx'
import { useViewer } from '#web/viewer.ts'
import { LongWork } from '#web/work.tsx'
import { type Duplicate, organisationsApi } from '../api.ts'
import { nameIn, type OrganisationBrief } from '../model.ts'
import { whyNotJudge } from '../rules.ts'
import './organisation.css'
import { OrganisationName, Place } from './organisation-name.tsx'

export function Page() {
  const [text, viewer] = [useText(), useViewer()]
  return (
    <Frame title={text('organisations.duplicates.title')} above={<Go to="/organisations">{text('organisations.title')}</Go>}>
      {viewer?.admin && <Search />}
      <Proposals />
      <Merges />
    </Frame>
  )
}

function Search() {
  const text = useText()
  const [workId, setWork] = useState<string>()
  const find = useDeed(organisationsApi.findDuplicates)
  const list = useQuery(ask(organisationsApi.duplicates, {}))
  if (!workId) return <div className="row"><Button busy={find.isPending} onPress={() => find.mutate({}, { onSuccess: (begun) => setWork(begun.workId) })}>{text('organisations.duplicates.look')}</Button></div>
  return (
    <LongWork id={workId} label={text('organisations.duplicates.looking')} onDone={() => void list.refetch()}>
      {({ result }) => <Note tone="jade"><p>{text('organisations.duplicates.found', { count: (result as { found: number }).found })}</p></Note>}
    </LongWork>
  )
}

function Proposals() {
  const text = useText()
  const { data, error, refetch } = useQuery(ask(organisationsApi.duplicates, {}))
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={6} />
  if (data.length === 0) return <Empty title={text('organisations.duplicates.none')}>{text('organisations.duplicates.none.next')}</Empty>
  return <ul className="plain-list duplicates">{data.map((duplicate) => <li key={duplicate.id}><Proposal of={duplicate} /></li>)}</ul>
}

/** The registered record is the one to keep. */
const inOrder = ({ one, other }: Duplicate): [OrganisationBrief, OrganisationBrief] => ((other.ror && !one.ror) || (one.provisional && !other.provisional) ? [other, one] : [one, other])

function Proposal({ of }: { of: Duplicate }) {
  const [text, locale, viewer] = [useText(), useLocale(), useViewer()]
  const [say, trouble] = [useToast(), useToastTrouble()]
  const dismiss = useDeed(organisationsApi.dismiss)
  const [kept, goes] = inOrder(of)
  const whyNot = viewer ? whyNotJudge(viewer) : undefined
  const names = { one: nameIn(kept, locale), other: nameIn(goes, locale) }
  return (
    <article className="duplicate">
      <div className="pair">
        {[kept, goes].map((one) => <div key={one.id}><Go to={`/organisations/${one.id}`}><OrganisationName of={one} /></Go><small className="quiet"><Place of={one} /></small></div>)}
      </div>
      <p>{text(`organisations.reasons.${of.reason}`, of.facts)} <small className="quiet">{text('organisations.duplicates.sure', { share: formatShare(of.sureness, locale) })}</small></p>
      <div className="row">
        <ButtonLink small to={`/organisations/${kept.id}/merge?with=${goes.id}`}>{text('organisations.duplicates.compare')}</ButtonLink>
        <Button small look="quiet" busy={dismiss.isPending} {...(whyNot ? { whyNot } : {})}
          onPress={() => dismiss.mutate({ params: { id: of.id } }, { onError: trouble, onSuccess: () => say(text('organisations.duplicates.dismissed', names)) })}>{text('organisations.duplicates.different')}</Button>
      </div>
    </article>
  )
}

function Merges() {
  const [text, locale, viewer] = [useText(), useLocale(), useViewer()]
  const [say, trouble] = [useToast(), useToastTrouble()]
  const { data = [] } = useQuery(ask(organisationsApi.merges, {}))
  const undo = useDeed(organisationsApi.undo, ['/agreements', '/alliances'])
  if (data.length === 0) return null
  return (
    <Section title={text('organisations.duplicates.merges')}>
      <ul className="plain-list organisation-names">
        {data.map(({ id, kept, merged, mergedAt, mergedBy, undoneAt }) => (
          <li key={id}>
            <span>{text('organisations.duplicates.into', { merged: nameIn(merged, locale), kept: nameIn(kept, locale) })} <small className="quiet"><Day day={mergedAt.slice(0, 10)} /></small></span>
            {undoneAt ? <small className="quiet">{text('organisations.duplicates.was-undone')}</small>
              : (viewer?.admin || mergedBy === viewer?.id) && <Button small onPress={() => undo.mutate({ params: { id } }, { onError: trouble, onSuccess: () => say(text('organisations.duplicates.undone', { one: nameIn(kept, locale), other: nameIn(merged, locale) })) })}>{text('organisations.duplicates.undo')}</Button>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
