// The example in the settings: how much of it is here, from which texts, and its removal in one action.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { exampleApi } from '#example/api.ts'
import type { Answer } from '#platform/http/contract.ts'
import { ask, useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { ErrorNote, Note } from '#web/ui/notes.tsx'
import { Facts, Page as Frame, Section } from '#web/ui/page.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { Figure } from '#web/ui/whole.tsx'
import './alliances.css'

const everything = ['/organisations', '/agreements', '/alliances', '/people']
type Stayed = Answer<typeof exampleApi.removeExample>['stayed']

export function Page() {
  const text = useText()
  const say = useToast()
  const { data: example } = useSuspenseQuery(ask(exampleApi.example, {}))
  const [stayed, setStayed] = useState<Stayed>([])
  const [remove, load] = [useDeed(exampleApi.removeExample, everything), useDeed(exampleApi.loadExample, everything)]
  const isHere = Object.values(example.counts).some((count) => count > 0)
  const undo = () => load.mutate({}, { onSuccess: () => setStayed([]) })
  const onRemove = () => remove.mutate({}, { onSuccess: (answer) => (setStayed(answer.stayed), say(text('example.removed'), answer.stayed.length === 0 ? { undo } : {})) })
  return (
    <Frame title={text('example.title')} width="reading" above={<Go to="/settings">{text('web.places.settings')}</Go>} actions={isHere
      ? <Button look="danger" busy={remove.isPending} onPress={onRemove}>{text('example.remove')}</Button>
      : <Button busy={load.isPending} onPress={() => load.mutate({}, { onSuccess: () => say(text('example.loaded')) })}>{text('example.load')}</Button>}>
      <p className="reading">{text('example.what')}</p>
      {isHere
        ? <Facts of={Object.entries(example.counts).map(([what, count]) => [text(`example.counts.${what}`), <Figure key={what} of={count} />])} />
        : <Note>{text('example.none-here')}</Note>}
      {(remove.error ?? load.error) && <ErrorNote error={remove.error ?? load.error} />}
      {stayed.length > 0 && <What stayed={stayed} />}
      <Section title={text('example.sources')}><ul className="alliance-lines">{example.sources.map((source) => <li key={source}><bdi lang="en">{source}</bdi></li>)}</ul></Section>
    </Frame>
  )
}

const pages = { organisation: '/organisations', alliance: '/alliances', agreement: '/agreements', person: '/people' }

function What({ stayed }: { stayed: Stayed }) {
  const text = useText()
  const because = (kind: string, table: string) => {
    const key = [`example.because.${kind}.${table}`, `example.because.${table}`].find((one) => text(one) !== one)
    return text(key ?? 'example.because.other')
  }
  return (
    <Section title={text('example.stayed')}>
      <ul className="alliance-lines">
        {stayed.map(({ kind, id, name, because: tables }) => <li key={id}><Go to={`${pages[kind]}/${id}`}><bdi>{name}</bdi></Go><span className="quiet">{[...new Set(tables.map((table) => because(kind, table)))].join(' · ')}</span></li>)}
      </ul>
    </Section>
  )
}
