// A ceremony as it runs: who signs now, who is next; one thumb moves it on or back, and everybody who watches sees it.
import { useQuery } from '@tanstack/react-query'
import { useParam } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { ceremoniesApi } from '../../api.ts'
import type { Beat, CeremonyFile } from '../../ceremony-model.ts'
import '../signing.css'
import { placeAt } from './at-ceremony.tsx'
import { ItemTitle, NameOnly, Person, Sides, titleOf, Where } from './pieces.tsx'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(ceremoniesApi.ceremony, { params: { id: params['id']! } }))

/** Often enough that a hall does not wait for it, seldom enough for a weak line. */
const every = 2000

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: ceremony } = useQuery({ ...ask(ceremoniesApi.ceremony, { params: { id } }), refetchInterval: every })
  if (!ceremony) return <Skeleton lines={6} />
  const { done, sequence } = ceremony
  return (
    <Frame title={titleOf(ceremony.title, locale)} above={<Go to={`/ceremonies/${id}`}>{text('signing.ceremony.sheet')}</Go>} about={<span>{text('signing.ceremony.step', { done, of: sequence.length })}</span>}>
      <div className="live" aria-live="polite">
        {done < sequence.length ? <Now ceremony={ceremony} beat={sequence[done]!} /> : <p className="live-now">{text('signing.ceremony.all-signed')}</p>}
        {sequence[done + 1] && <p className="quiet">{text('signing.ceremony.then')} <Told ceremony={ceremony} beat={sequence[done + 1]!} /></p>}
      </div>
      {ceremony.mayRun && !ceremony.publishedAt && <Move ceremony={ceremony} />}
      <ol className="programme live-list">{ceremony.items.map((item) => <li key={item.agreementId} aria-current={sequence[done]?.agreementId === item.agreementId ? 'step' : undefined} className={isDone(ceremony, item.agreementId) ? 'quiet' : ''}><div><ItemTitle item={item} /><Sides item={item} /></div></li>)}</ol>
    </Frame>
  )
}

const isDone = ({ sequence, done }: CeremonyFile, agreementId: string) => sequence.findLastIndex((beat) => beat.agreementId === agreementId) < done

function Now({ ceremony, beat }: { ceremony: CeremonyFile; beat: Beat }) {
  const text = useText()
  const item = ceremony.items.find(({ agreementId }) => agreementId === beat.agreementId)!
  const person = ceremony.people.find(({ id }) => id === beat.personId)
  return (
    <>
      <p className="quiet">{text(`signing.ceremony.beats.${beat.kind}`)}</p>
      <p className="live-now">{person ? <NameOnly person={person} /> : <ItemTitle item={item} />}</p>
      {person && <p><Where person={person} /></p>}
      {person?.seat && <p className="quiet"><bdi>{person.seat}</bdi></p>}
      <p>{person && <><ItemTitle item={item} /> · </>}<Sides item={item} /></p>
      {item.toSign && <p><ButtonLink look="primary" to={placeAt(ceremony.id, item.agreementId)}>{text('signing.sign')}</ButtonLink></p>}
    </>
  )
}

function Told({ ceremony, beat: { kind, agreementId, personId } }: { ceremony: CeremonyFile; beat: Beat }) {
  const text = useText()
  const person = ceremony.people.find(({ id }) => id === personId)
  const item = ceremony.items.find((one) => one.agreementId === agreementId)!
  return <>{text(`signing.ceremony.beats.${kind}`)}: {person ? <Person person={person} /> : <ItemTitle item={item} />}</>
}

function Move({ ceremony: { id, done, sequence } }: { ceremony: CeremonyFile }) {
  const [text, trouble] = [useText(), useToastTrouble()]
  const move = useDeed(ceremoniesApi.move)
  const go = (to: number) => move.mutate({ params: { id }, body: { seen: done, to } }, { onError: trouble })
  return (
    <div className="live-steps no-print">
      <Button look="primary" busy={move.isPending} whyNot={done < sequence.length ? undefined : 'signing.ceremony-over'} onPress={() => go(done + 1)}>{text('signing.ceremony.next')}</Button>
      {done > 0 && <Button look="quiet" busy={move.isPending} onPress={() => go(done - 1)}>{text('signing.ceremony.undo')}</Button>}
    </div>
  )
}
