// Words that carry no identity in a name: articles, prepositions, "named after", and legal forms of companies.
export const stopWords = `the of and de la le les du des der die das den dem fur fuer und et y e di del della dello dei degli delle do da dos
 in en at an on for to zur zum von vom am im a o los las el al ul pour per para voor van het och og i og v z w na s sur com
 named after imeni named name im ad adina nam aty atyndagy studi studiorum alma und sobre con dan dei dell nell zu aus by with
 по и в имени им на атындағы атындагы імені کی کے کا اور برائے و في من للعلوم لل آف اینڈ فار از به در
 co ltd inc llc gmbh corp corporation company limited pvt plc spa ag bv nv srl sarl kg oy ab as aps pty incorporated sdn bhd sro ltda cie kk jsc ojsc
 kabushiki gaisha ооо оао зао e.v ev`
