// What was found for the words in the one box: organisations, agreements, alliances and people, in any of the four languages.
import { one, useAddress } from '#web/address.ts'
import { useText } from '#web/text.tsx'
import { Empty, ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useFindings } from './findings.tsx'
import { Group } from './group.tsx'
import './search.css'

export function Page() {
  const text = useText()
  const [address] = useAddress()
  const typed = one(address['q']).trim()
  return (
    <Frame title={typed ? text('search.for', { typed }) : text('search.title')}>
      {typed ? <Findings typed={typed} /> : <Empty title={text('search.ask')}>{text('search.ask-what')}</Empty>}
    </Frame>
  )
}

function Findings({ typed }: { typed: string }) {
  const text = useText()
  const { groups, waiting, error, again } = useFindings(typed)
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  if (error) return <ErrorNote error={error} onRetry={again} />
  if (waiting && count === 0) return <Skeleton lines={8} />
  return (
    <div className="search-groups" aria-busy={waiting}>
      <p className="unseen" role="status">{waiting ? '' : text('search.count', { count })}</p>
      {groups.map((group) => <Group key={group.name} group={group} />)}
      {!waiting && count === 0 && <Empty title={text('search.nothing', { typed })}>{text('search.nothing-what')}</Empty>}
    </div>
  )
}
