const HEIGHT_OF_A_BAR = 30;
const HEIGHT_OF_TWO_BARS = 44;
const HEIGHT_OF_THE_AXIS = 36;

/** How high so many bars are, or pairs of them where each is compared. */
export function heightOfBars(count: number, isCompared = false): number {
  return count * (isCompared ? HEIGHT_OF_TWO_BARS : HEIGHT_OF_A_BAR) + HEIGHT_OF_THE_AXIS;
}
