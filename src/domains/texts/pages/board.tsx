// The board: every draft by its stage, with days in it and whose turn it is; on a phone one list.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { titleIn } from '#domains/agreements/model.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { one, useAddress } from '#web/address.ts'
import { ask, askPages } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Empty, ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { textsApi } from '../api.ts'
import { type Stage, stages } from '../model.ts'
import type { BoardCounts, BoardLine } from '../negotiation-model.ts'
import './text.css'

const shownStages = stages.filter((stage) => stage !== 'signed')

export function Page() {
  const say = useText()
  const [address, change] = useAddress()
  const query = { turn: (one(address['turn']) || undefined) as 'mine' | 'theirs' | undefined, text: one(address['text']) || undefined, limit: 200 }
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(askPages(textsApi.board, { query: query as never }))
  const lines = data?.pages.flatMap(({ rows }) => rows)
  const { data: counts } = useQuery(ask(textsApi.boardCounts, { query: { ...(query.text ? { text: query.text } : {}), ...(query.turn ? { turn: query.turn } : {}) } }))
  const filtered = Boolean(query.turn ?? query.text)
  return (
    <Frame title={say('texts.board')} width="register" about={counts && <Turns counts={counts} chosen={query.turn} onChoose={(turn) => change({ turn })} />}
      actions={<ButtonLink look="primary" to="/drafts/new">{say('texts.new-draft')}</ButtonLink>}>
      <div className="board-search no-print"><SearchField label={say('texts.board-search')} value={query.text ?? ''} onChange={(text) => change({ text: text || null })} /></div>
      {error ? <ErrorNote error={error} /> : !lines ? <Skeleton lines={8} /> : lines.length === 0
        ? <Empty title={say(filtered ? 'texts.board-none-found' : 'texts.board-empty')} action={<ButtonLink look="primary" to="/drafts/new">{say('texts.new-draft')}</ButtonLink>}>{say('texts.board-empty-what')}</Empty>
        : <div className="board">{shownStages.map((stage) => <Column key={stage} stage={stage} lines={lines.filter((line) => line.stage === stage)} count={counts?.stages[stage]} />)}</div>}
      {hasNextPage && <div className="no-print"><Button busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>{say('web.more')}</Button></div>}
    </Frame>
  )
}

function Turns({ counts, chosen, onChoose }: { counts: BoardCounts; chosen: string | undefined; onChoose: (turn: string | null) => void }) {
  const say = useText()
  return (
    <div className="language-switch no-print" role="group" aria-label={say('texts.turn')}>
      {(['mine', 'theirs'] as const).map((turn) => <button key={turn} type="button" aria-pressed={chosen === turn} onClick={() => onChoose(chosen === turn ? null : turn)}>{say(`texts.board.${turn}`, { count: counts[turn] })}</button>)}
    </div>
  )
}

/** `count`: of all of them, also those that are not fetched yet. */
function Column({ stage, lines, count = lines.length }: { stage: Stage; lines: BoardLine[]; count?: number | undefined }) {
  const say = useText()
  return (
    <section className={lines.length === 0 ? 'board-column bare' : 'board-column'}>
      <h2>{say(`texts.stage.${stage}`)} <span className="quiet figures">{count}</span></h2>
      <ol>{lines.map((line) => <Draft key={line.id} line={line} />)}</ol>
    </section>
  )
}

function Draft({ line }: { line: BoardLine }) {
  const [say, locale] = [useText(), useLocale()]
  const side = line.parties.find(({ organisation }) => organisation.id === line.turn.sideId)
  const turn = side && nameIn(side.organisation, locale)
  return (
    <li>
      <Go to={line.begun && (line.myTurn || line.stage !== 'drafting') ? `/agreements/${line.id}/text` : `/agreements/${line.id}`} className="row-link"><strong>{titleIn(line, locale)}</strong></Go>
      <p className="quiet">{line.parties.map(({ organisation }) => nameIn(organisation, locale)).join(' · ')}</p>
      <p>
        {turn && <Mark tone={line.myTurn ? 'saffron' : 'quiet'} shape={line.myTurn ? 'diamond' : 'ring'}>{line.myTurn ? say('texts.board.your-turn', { days: line.turnDays }) : say('texts.board.turn-of', { side: turn, days: line.turnDays })}</Mark>}
        {!line.begun && <Mark tone="quiet" shape="dash">{say('texts.none-yet')}</Mark>}
      </p>
      <p className="quiet"><small>{say('texts.board.days', { days: line.days })}</small></p>
    </li>
  )
}
