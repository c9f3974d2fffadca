// How an agreement stands, in a sentence with its reason, and its life as a picture.
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Note } from '#web/ui/notes.tsx'
import { type Moment, Timeline } from '#web/ui/pictures/timeline.tsx'
import type { AgreementFile } from '../model.ts'
import { todayHere, useSay } from './say.ts'

export function StandingWords({ agreement }: { agreement: AgreementFile }) {
  const { because } = useSay()
  return (
    <>
      <p className="standing-words">{because(agreement.standing.because)}</p>
      <Lacking agreement={agreement} />
    </>
  )
}

/** What the record lacks, and the way to complete it. */
function Lacking({ agreement: { id, problems, mayWrite, sealedAt } }: { agreement: AgreementFile }) {
  const text = useText()
  if (problems.length === 0) return null
  return (
    <Note tone="saffron">
      <div className="row">
        {problems.map((problem) => <Mark key={problem} tone="saffron" shape="diamond">{text(`agreements.problems.${problem}`)}</Mark>)}
        {mayWrite && !sealedAt && <ButtonLink small to={`/agreements/${id}/revision`}>{text('agreements.complete')}</ButtonLink>}
      </div>
    </Note>
  )
}

export function Life({ agreement }: { agreement: AgreementFile }) {
  const text = useText()
  const moments = momentsOf(agreement).map(({ word, ...moment }) => ({ ...moment, words: text(`agreements.moments.${word}`) }))
  if (moments.length === 0) return null
  return <Timeline moments={moments} today={todayHere()} label={text('agreements.timeline')} />
}

type Told = Omit<Moment, 'words'> & { word: string }

function momentsOf({ signedOn, signedPrecision, startsOn, holdsUntil, endedOn, standing }: AgreementFile): Told[] {
  const at = (day: string | null, word: string, kind: Moment['kind'], precision: Moment['precision'] = 'day'): Told[] => (day ? [{ day, word, kind, precision }] : [])
  const past = (day: string | null): Moment['kind'] => (day && day <= todayHere() ? 'done' : 'due')
  return [
    // It may be tomorrow already where it was signed.
    ...at(signedOn, 'signed', standing.state === 'not-yet' ? past(signedOn) : 'done', signedPrecision ?? 'day'),
    ...at(startsOn === signedOn ? null : startsOn, 'starts', past(startsOn)),
    ...at(endedOn ? null : holdsUntil, 'until', 'end'),
    ...at(standing.renews, 'renews', 'due'),
    ...at(endedOn, 'ended', 'end'),
  ]
}
