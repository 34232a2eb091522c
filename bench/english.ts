/**
 * English news for the peers: invented paragraphs, put together to articles with a fixed seed. The vocabulary is
 * small, which favours the peers, since they remember the words that they have seen.
 */
import type { Text } from './measurement.js';
import { randomFrom, shuffled } from './random.js';
import { textOf } from './texts.js';

const ARTICLES = 1000;
const PARAGRAPHS_AN_ARTICLE = 6;
const SEED = 7;

/** Articles of a few paragraphs each. */
export function englishTexts(): readonly Text[] {
  const random = randomFrom(SEED);
  return Array.from({ length: ARTICLES }, () =>
    textOf(shuffled(PARAGRAPHS, random).slice(0, PARAGRAPHS_AN_ARTICLE).join('\n\n')),
  );
}

const PARAGRAPHS: readonly string[] = [
  'Transport Minister Helen Varga said on Tuesday that the new bridge over the Orran would open before the end of the summer, “whatever the weather decides to do.” She told reporters in Kelmouth that 340 workers were on the site, twice as many as in March, and that the last steel girders had arrived from the port of Aldeby during the weekend.',
  'The opposition was not convinced. “We have heard this promise three times, and three times the river was still there,” said Thomas Oakley, who leads the Reform Alliance in the regional assembly. He accused the ministry of hiding a report by the auditors, which, according to him, puts the costs at more than $180 million, a third above the plan.',
  'Shares of Northgate Power fell 4.2 percent in early trading after the company warned that its profit for the second quarter would be lower than expected. Chief executive Maria Lindqvist blamed high prices for gas and a cold spring, but added that the company did not intend to close any of its plants before 2030.',
  'In the second half the visitors looked tired. Daniel Mbeki hit the post after 63 minutes, and substitute Lars Hoffmann scored the only goal of the evening with a header from a corner. “It was not beautiful, it was three points,” coach Peter Svoboda said afterwards. Rovers stay in fourth place, two points behind Harbour City.',
  'Doctors at the Saint Brigid Hospital reported on Monday that the number of patients with the winter flu had fallen for the first time in five weeks. Professor Amina Dahl, who heads the children’s ward, urged parents not to relax yet: the wards are still full, she said, and two of her own nurses are ill.',
  'The court in Brennick sentenced the former mayor to four years in prison for taking bribes from a building company. Judge Susan Ferrell spoke of “a quiet and patient theft from the town’s own pocket.” His lawyer, Colin Marsh, announced an appeal and claimed that the most important witness had changed his story four times.',
  'A spokesperson for the United Council denied that talks between the two governments had broken down. Negotiators will meet again in Lausanne next Thursday, the spokesperson said, and will speak about prisoners, grain exports and the border crossing at Tel Amara. Diplomats who did not want to be named were less hopeful.',
  'Heavy rain flooded roads and cellars in the north of the country overnight. The fire service counted 412 calls within six hours; in the village of Lower Ashby, two people were rescued from the roof of their car. The weather office expects more storms on Friday, although, as a meteorologist noted, “storms do not read our forecasts.”',
  'The novelist Ruth Calder has won this year’s Meridian Prize for “The Salt Road,” the story of a family that carries its house from one coast to the other. The jury praised a language “as dry as the wind in it.” Calder, 71, worked as a nurse until she was fifty and wrote her first book on the night shift.',
  'According to the central bank, prices rose by 3.1 percent in October, compared with 3.6 percent in the month before. Governor Jean-Luc Perrin said that it was too early to speak of lower interest rates. Trade unions demand higher wages; the employers’ association, on the other hand, warns of a “spiral that nobody will be able to stop.”',
  'Scientists of the University of Ostmark have found traces of a settlement that is at least 6,000 years old beneath a car park. “We were looking for a water pipe,” said archaeologist Ingrid Solheim. Her team has so far dug out the walls of eleven houses, a kiln and a small figure of a dog, which will be shown in the city museum.',
  'Eleven schools in the capital will remain closed until inspectors have checked their roofs. Parents complained that they had learned of it from the radio on Sunday evening. Education Secretary Paul Demir apologized and promised that lessons would go on in other buildings from Wednesday, with buses paid for by the city.',
];
