// What was counted, round by round: votes as bars and numbers, the votes that would have elected, and why it came out so.
import { formatNumber } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Note } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import type { ElectionFile, Round } from '../model.ts'

export function Rounds({ election }: { election: ElectionFile }) {
  const text = useText()
  return election.rounds.toReversed().map((round) => (
    <Section key={round.round} title={text('elections.round', { number: round.round })}>
      <p className="quiet">{text('elections.turnout', { voted: round.voted, electorate: round.electorate, blank: round.blank, need: round.need })}</p>
      <Counts election={election} round={round} />
      <Note tone={round.electedId ? 'jade' : 'saffron'}><p>{text(`elections.outcomes.${round.outcome}`, { name: named(election, round.electedId), count: round.next.length })}</p></Note>
    </Section>
  ))
}

const named = ({ candidates }: ElectionFile, id: string | null): string => candidates.find((one) => one.id === id)?.name ?? ''

function Counts({ election, round }: { election: ElectionFile; round: Round }) {
  const [text, locale] = [useText(), useLocale()]
  const most = Math.max(1, round.need, ...round.counts.map(({ votes }) => votes))
  return (
    <ul className="election-lines">
      {round.counts.map(({ candidateId, votes }) => (
        <li key={candidateId}>
          <span><bdi>{named(election, candidateId)}</bdi></span>
          <span className="election-vote" aria-hidden="true"><i className={candidateId === round.electedId ? 'is-elected' : undefined} style={{ inlineSize: `${(votes / most) * 100}%` }} /><b style={{ insetInlineStart: `${(round.need / most) * 100}%` }} /></span>
          <span>{text('elections.votes', { count: votes, words: formatNumber(votes, locale) })}</span>
        </li>
      ))}
    </ul>
  )
}
