// A new draft in three steps on one page: from what, between whom, in which languages. It may amend an agreement that is sealed.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { agreementsApi } from '#domains/agreements/api.ts'
import { type AgreementFile, titleIn } from '#domains/agreements/model.ts'
import { one, useAddress } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { Go } from '#web/ui/link.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { textsApi } from '../api.ts'
import { LanguageFields } from './status/languages.tsx'
import './text.css'
import { Clauses } from './wizard/clauses.tsx'
import { agreementOf, amending, beginOf, type DraftFilled, startOf, whyNotSend } from './wizard/filled.ts'
import { Given } from './wizard/given.tsx'
import { Parties } from './wizard/parties.tsx'
import { Templates } from './wizard/templates.tsx'

export const load = ({ questions }: Arriving) => questions.ensureQueryData(ask(textsApi.templates, {}))

export function Page() {
  const [say, locale, viewer] = [useText(), useLocale(), useViewer()]
  const [address] = useAddress()
  const amends = one(address['amends']) || undefined
  const { data: amended, error } = useQuery({ ...ask(agreementsApi.read, { params: { id: amends ?? '' } }), enabled: Boolean(amends) })
  if (error) return <ErrorNote error={error} />
  if (amends && !amended) return <Skeleton lines={8} />
  const blank = startOf(viewer, locale)
  return <Filling begun={amended ? amending(blank, amended, say('texts.amendment-of', { title: titleIn(amended, locale) }), locale) : blank} amended={amended} />
}

function Filling({ begun, amended }: { begun: DraftFilled; amended: AgreementFile | undefined }) {
  const [say, locale, navigate, trouble] = [useText(), useLocale(), useNavigate(), useToastTrouble()]
  const [address] = useAddress()
  const existing = one(address['agreement']) || undefined
  const [filled, setFilled] = useState(begun)
  const put = (to: Partial<DraftFilled>) => setFilled((before) => ({ ...before, ...to }))
  const { data: templates } = useQuery(ask(textsApi.templates, {}))
  const { data: copied } = useQuery({ ...ask(agreementsApi.read, { params: { id: existing ?? '' } }), enabled: Boolean(existing) })
  const [draft, begin] = [useDeed(textsApi.draft, ['/agreements']), useDeed(textsApi.begin, ['/drafts'])]
  const takeWord = useDeed(textsApi.takeWord)
  const open = (id: string) => navigate({ href: `/agreements/${id}/text` })
  /** The draft is there once it has begun: when its file cannot be read, it opens empty and says why. */
  const opened = (id: string) => (filled.from === 'file' && filled.file
    ? takeWord.mutate({ params: { id }, body: { lang: filled.fileLang }, file: filled.file }, { onError: trouble, onSettled: () => void open(id) })
    : void open(id))
  const onSubmit = () => (existing
    ? begin.mutate({ params: { id: existing }, body: beginOf(filled) as never }, { onSuccess: () => opened(existing) })
    : draft.mutate({ body: { agreement: agreementOf(filled, locale), text: beginOf(filled) } as never }, { onSuccess: ({ id }) => opened(id) }))
  const template = templates?.find(({ key }) => key === filled.template)
  const error = draft.error ?? begin.error
  return (
    <Frame title={say(amended ? 'texts.new-amendment' : 'texts.new-draft')} above={amended ? <Go to={`/agreements/${amended.id}`}><bdi>{titleIn(amended, locale)}</bdi></Go> : <Go to="/drafts">{say('texts.board')}</Go>}>
      <Form onSubmit={onSubmit} actions={<Button type="submit" look="primary" busy={draft.isPending || begin.isPending || takeWord.isPending} whyNot={whyNotSend(filled, Boolean(existing), locale)}>{say('texts.begin')}</Button>}>
        <Section title={say('texts.wizard.from')}>{templates ? <Templates templates={templates} filled={filled} onChange={put} /> : <Skeleton lines={5} />}</Section>
        {!existing && <Section title={say('texts.wizard.between')}><Parties filled={filled} onChange={put} /></Section>}
        {existing && copied && <p className="quiet">{copied.title}</p>}
        {filled.from !== 'agreement' && <Section title={say('texts.languages')}><LanguageFields value={filled.languages} onChange={(languages) => put({ languages })} /></Section>}
        {filled.from === 'template' && template && <Section title={say('texts.wizard.clauses')}><Clauses template={template.key} filled={filled} onChange={put} /></Section>}
        {filled.from === 'template' && template && template.variables.length > 0 && <Section title={say('texts.variables', { count: 0 })}><Given template={template} filled={filled} onChange={put} /></Section>}
        {error && <ErrorNote error={error} />}
      </Form>
    </Frame>
  )
}
