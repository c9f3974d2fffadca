// A brief on a partner: on the page, on paper as the browser prints it, and as a file.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParam } from '#web/address.ts'
import { ask, linkTo } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { reportsApi } from '../api.ts'
import { Block } from './block.tsx'
import { FileChoice } from './file-choice.tsx'
import './reports.css'

const question = (id: string, locale: string) => ask(reportsApi.brief, { params: { id }, query: { locale: locale as never } })
export const load = ({ questions, params, locale }: Arriving) => questions.ensureQueryData(question(params['organisationId']!, locale))

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('organisationId')]
  const { data: brief } = useSuspenseQuery(question(id, locale))
  return (
    <Frame title={brief.title} above={<Go to={`/organisations/${id}`}><bdi>{brief.blocks[0]?.facts[0]?.value.text}</bdi></Go>}>
      <article className="brief">{brief.blocks.map((block, at) => <Block key={at} of={block} />)}</article>
      <div className="no-print">
        <Section title={text('reports.file')} aside={<Go to={`/briefs?partner=${id}`}>{text('reports.brief.add-to-trip')}</Go>}>
          <FileChoice to={(query) => linkTo(reportsApi.briefFile, { params: { id }, query: query as never })} />
        </Section>
      </div>
    </Frame>
  )
}
