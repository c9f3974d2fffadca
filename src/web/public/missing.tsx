// What is not public, and what does not exist, answer alike.
import { page, type Reader } from './page.tsx'
import { To } from './pieces.tsx'

export const missingPage = (reader: Reader): string => page({
  reader, title: reader.text('publication.missing'), description: reader.text('publication.missing'), unlisted: true,
  children: (
    <>
      <h1>{reader.text('publication.missing')}</h1>
      <p className="reading">{reader.text('publication.missing-what')}</p>
      <p><To reader={reader} path="/public">{reader.text('publication.to-front')}</To></p>
    </>
  ),
})
