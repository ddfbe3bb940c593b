// Which tab of a browser asks for all of them: the one that follows the stream. Apart from the stream, which the first view would
// load in a piece of its own if what the frame asks for knew it.
let isFollowing = false;

export const lead = (is: boolean): void => {
  isFollowing = is;
};

export const isLeading = (): boolean => isFollowing;
