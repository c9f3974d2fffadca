// The five published texts from which the example is taken. What they do not state is not here.
import { sourceText } from '#domains/alliances/model.ts'

/** A day that a text does not carry is left out. */
export const sources = {
  sargodha: sourceText('University of Sargodha', '2025-07-14', 'UoS Strengthens Pak-China Ties Through Strategic MoU and Active Participation in SCO Digital Economy Forum'),
  lithium: sourceText('China Economic Net, as reported', null, 'UoS and ZST sign a memorandum to establish a research centre on lithium battery technologies'),
  conference: sourceText('Xi’an Jiaotong University', null, '2025 SCO University Annual Conference: Advancing Educational Collaboration in Xinjiang'),
  uansr: sourceText('Xi’an Jiaotong University', '2015-05-25', 'XJTU signed cooperation agreements with a number of UANSR membership universities'),
  digital: sourceText('Academia Magazine', null, 'China and Pakistan establish a digital education alliance'),
} as const
export type SourceName = keyof typeof sources
