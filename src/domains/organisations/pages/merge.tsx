// Two records side by side before they become one: what is kept, what goes, what moves, and the way back.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { one, useAddress, useParam } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { type MergePreview, organisationsApi } from '../api.ts'
import { nameIn, type Organisation } from '../model.ts'
import { AllNames, FactList, Identifiers } from './facts.tsx'
import './organisation.css'
import { OrganisationLink, OrganisationName } from './organisation-name.tsx'
import { OrganisationPicker } from './organisation-picker.tsx'

const question = (id: string) => ask(organisationsApi.read, { params: { id } })
export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(question(params['id']!))

export function Page() {
  const [text, id] = [useText(), useParam('id')]
  const [address, change] = useAddress()
  const { data: kept } = useSuspenseQuery(question(id))
  const mergedId = one(address['with'])
  return (
    <Frame title={text('organisations.merge.title')} above={<><Go to="/organisations/duplicates">{text('organisations.list.duplicates')}</Go> / <OrganisationLink of={kept} /></>}>
      {mergedId ? <Comparison id={id} mergedId={mergedId} />
        : <div className="form"><OrganisationPicker label={text('organisations.merge.other')} required value={null} but={[id]} onChange={(other) => change({ with: other?.id ?? null })} /></div>}
    </Frame>
  )
}

function Comparison({ id, mergedId }: { id: string; mergedId: string }) {
  const text = useText()
  const { data, error } = useQuery(ask(organisationsApi.preview, { params: { id }, query: { mergedId } }))
  if (error) return <ErrorNote error={error} />
  if (!data) return <Skeleton lines={8} />
  return (
    <>
      <div className="pair">
        <Side of={data.kept} word={text('organisations.merge.kept')} kept />
        <Side of={data.merged} word={text('organisations.merge.goes')} />
      </div>
      <Section title={text('organisations.merge.moves')}><Moves of={data} /></Section>
      <p className="quiet">{text('organisations.merge.undoable')}</p>
      <MergeButtons of={data} />
    </>
  )
}

function Side({ of, word, kept = false }: { of: Organisation; word: string; kept?: boolean }) {
  return (
    <section className={kept ? 'stack kept' : 'stack'} aria-label={word}>
      <p className="quiet">{word}</p>
      <h2><Go to={`/organisations/${of.id}`}><OrganisationName of={of} /></Go></h2>
      <FactList of={of} />
      <AllNames of={of} />
      <Identifiers of={of} />
    </section>
  )
}

const told = ['organisation', 'organisation_name', 'organisation_identifier', 'organisation_relation', 'organisation_correction', 'agreement_party', 'office', 'alliance', 'alliance_standing', 'alliance_officer',
  'named_post', 'register_entry', 'register_run']

function Moves({ of: { moves, filled } }: { of: MergePreview }) {
  const text = useText()
  const word = (table: string) => `organisations.moves.${told.includes(table) ? table : 'other'}`
  return (
    <>
      {moves.length === 0 ? <p>{text('organisations.merge.nothing')}</p> : <ul>{[...Map.groupBy(moves, ({ table }) => word(table))].map(([key, some]) => <li key={key}>{text(key, { count: some.reduce((sum, { count }) => sum + count, 0) })}</li>)}</ul>}
      {filled.length > 0 && <p>{text('organisations.merge.fills')}: {filled.map((name) => text(`organisations.facts.${name}`)).join(' · ')}</p>}
    </>
  )
}

function MergeButtons({ of: { kept, merged, whyNot } }: { of: MergePreview }) {
  const [text, locale] = [useText(), useLocale()]
  const navigate = useNavigate()
  const [say, trouble] = [useToast(), useToastTrouble()]
  const merge = useDeed(organisationsApi.merge, ['/agreements', '/alliances'])
  const undo = useDeed(organisationsApi.undo, ['/agreements', '/alliances'])
  const press = () => merge.mutate({ params: { id: kept.id }, body: { mergedId: merged.id } }, {
    onError: trouble,
    onSuccess: ({ id }) => {
      say(text('organisations.merge.done', { name: nameIn(kept, locale) }), { undo: () => undo.mutate({ params: { id } }, { onError: trouble }) })
      void navigate({ to: `/organisations/${kept.id}` as never })
    },
  })
  return (
    <div className="row">
      <Button look="primary" busy={merge.isPending} onPress={press} {...(whyNot ? { whyNot } : {})}>{text('organisations.merge.do')}</Button>
      <ButtonLink to={`/organisations/${merged.id}/merge?with=${kept.id}`}>{text('organisations.merge.swap')}</ButtonLink>
      <ButtonLink look="quiet" to={`/organisations/${kept.id}`}>{text('organisations.form.cancel')}</ButtonLink>
    </div>
  )
}
