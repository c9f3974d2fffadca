// The agreements of an alliance's members that are public.
import type { AgreementsData } from '#domains/publication/model.ts'
import { alliancePage, nameOf } from './alliance-frame.tsx'
import type { Reader } from './page.tsx'
import { Agreements } from './pieces.tsx'

/** `GET /a/:slug/agreements` */
export const agreementsPage = (reader: Reader, { head, inForce, unclear }: AgreementsData): string => alliancePage({
  reader, head, part: '/agreements', description: reader.text('publication.agreements-of', { name: nameOf(reader, head) }),
  children: <Agreements reader={reader} inForce={inForce} unclear={unclear} />,
})
