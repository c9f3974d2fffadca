// An organisation mentioned: its name in the reader's language, the original beneath, the way to its page.
import type { OrganisationBrief } from '#domains/organisations/model.ts'
import { Go } from '#web/ui/link.tsx'
import { LanguageNames } from '#web/ui/names.tsx'
import { namesOf } from './brief.ts'

export const OrganisationLink = ({ of, line = false }: { of: OrganisationBrief; line?: boolean }) =>
  <Go to={`/organisations/${of.id}`}><LanguageNames names={namesOf(of)} line={line} /></Go>
