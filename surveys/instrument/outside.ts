/** What SurveyJS has and a definition may not use: why, and what to write instead. */

export interface Outside {
  /** Ends the sentence "… is not taken: …". */
  readonly why: string;
  readonly instead: string;
}

const computed: Outside = {
  why: "an answer comes from the person, never from a formula",
  instead: "compute it in the analysis, or as a scale of the codebook",
};
const layout: Outside = {
  why: "all pages look alike, on every device",
  instead: "remove it",
};
const ours: Outside = {
  why: "the answer pages have this already, for every instrument",
  instead: "remove it",
};
const carried: Outside = {
  why: "options are fixed when a version is published, so that codes keep their meaning",
  instead: "write the options out, and show the item under a condition",
};
const file: Outside = {
  why: "answers are codes, numbers and words, not files",
  instead: "ask for a link in a text item with inputType url",
};
const inert: Outside = {
  why: "an item is shown and can be answered, or it is not shown",
  instead: "use visibleIf",
};
const styled: Outside = {
  why: "it is no part of what is asked",
  instead: "remove it",
};
const repeated: Outside = {
  why: "it asks as many questions as the person adds, which gives no fixed columns",
  instead: "ask for the first, the latest or the number of them, each as an item of its own",
};

const paced: Outside = {
  why: "people may stop and go on another day",
  instead: "remove it",
};
const paged: Outside = {
  why: "each page is sent and kept before the next is shown",
  instead: "remove it, and put the items into pages",
};
const beside: Outside = {
  why: 'words beside an answer belong to "other" only',
  instead: "write a comment item after it",
};

export const outsideTypes: Readonly<Record<string, Outside>> = {
  panel: {
    why: "a page holds items, not groups of items",
    instead: "make it a page of its own, with its title and visibleIf",
  },
  flowpanel: {
    why: "a page holds items, not sentences with gaps",
    instead: "write an item for each gap",
  },
  paneldynamic: repeated,
  matrixdynamic: repeated,
  matrixdropdown: {
    why: "each of its cells is a question of its own kind",
    instead: "write a matrix for each column, or an item for each cell",
  },
  multipletext: {
    why: "it is several questions under one name",
    instead: "write a text item for each line",
  },
  tagbox: { why: "it is a checkbox that needs a script", instead: "use checkbox" },
  buttongroup: { why: "it is a radiogroup drawn otherwise", instead: "use radiogroup" },
  ranking: {
    why: "dragging cannot be done by keyboard or without a script",
    instead: "ask for the first and the second in two dropdowns, or rate each in a matrix",
  },
  imagepicker: { why: "it cannot be read aloud", instead: "use radiogroup, with words" },
  imagemap: { why: "it cannot be read aloud", instead: "use checkbox, with words" },
  image: { why: "an instrument is words only", instead: "say it in an html item" },
  slider: {
    why: "it shows an answer before there is one",
    instead: "use rating, or text with inputType number",
  },
  file,
  signaturepad: { ...file, instead: "consent stands in the codebook; remove it" },
  expression: computed,
};

/** Names with a reason of their own. */
const alone: Readonly<Record<string, Outside>> = {
  triggers: {
    why: "what is shown is said by conditions alone, so that every path can be listed",
    instead: "write visibleIf at the items it shows",
  },
  resetValueIf: {
    why: "answers off the path are dropped already, and no other answer is taken away",
    instead: "remove it",
  },
  minValueExpression: { ...computed, instead: "write min, or an expression validator" },
  maxValueExpression: { ...computed, instead: "write max, or an expression validator" },
  valueName: {
    why: "each item has its own answer, under its own name",
    instead: "rename the item",
  },
  correctAnswer: { why: "nothing is marked right or wrong", instead: "remove it" },
  navigateToUrl: {
    why: "people stay on this server until they have finished",
    instead: "remove it; the last page thanks them",
  },
  navigateToUrlOnCondition: {
    why: "people stay on this server until they have finished",
    instead: "remove it; the last page thanks them",
  },
  firstPageIsStartPage: {
    why: "consent comes first, and stands in the codebook",
    instead: "remove it, and write consent in the codebook",
  },
  elements: {
    why: "items stand in pages",
    instead: 'write "pages": [{"name": "…", "elements": [...]}]',
  },
  questions: { why: "items stand in elements", instead: "rename it to elements" },
  allowCustomChoices: { ...carried, instead: "use showOtherItem" },
  hasOther: { why: "it is the name of older versions", instead: "write showOtherItem" },
  hasNone: { why: "it is the name of older versions", instead: "write showNoneItem" },
  hasComment: { why: "it is the name of older versions", instead: "write a comment item after it" },
  isAllRowRequired: { why: "it is the name of older versions", instead: "write eachRowRequired" },
  optionsCaption: { why: "it is the name of older versions", instead: "remove it" },
  isExclusive: {
    why: "only none, refused and don't know stand alone",
    instead: "use showNoneItem",
  },
  showSelectAllItem: {
    why: "a tick for everything is not an answer to each option",
    instead: "remove it",
  },
  choicesMin: { why: "options are written out", instead: "use choices, or inputType number" },
  choicesMax: { why: "options are written out", instead: "use choices, or inputType number" },
  choicesStep: { why: "options are written out", instead: "use choices, or inputType number" },
  rateCount: { why: "the ends of a rating are said", instead: "write rateMin and rateMax" },
  autoGenerate: { why: "a rating says its ends or its values", instead: "remove it" },
  eachRowUnique: { why: "a row is answered for itself", instead: "remove it" },
  cellType: { why: "a row of a matrix takes one code", instead: "write a checkbox for each row" },
  cells: { why: "the options are the same in each row", instead: "use columns" },
  rowsVisibleIf: { why: "a matrix is shown whole", instead: "write two matrices under conditions" },
  columnsVisibleIf: { why: "a matrix is shown whole", instead: "write two matrices" },
  maskType: {
    why: "typing into a mask needs a script and is hard with a screen reader",
    instead: "use a regex validator, and say the form in the description",
  },
  maskSettings: {
    why: "typing into a mask needs a script and is hard with a screen reader",
    instead: "use a regex validator, and say the form in the description",
  },
  dataList: { why: "suggestions are options", instead: "use a dropdown with showOtherItem" },
  caseInsensitive: { why: "a pattern says which letters it takes", instead: "write [Aa]" },
  allowDigits: { why: "a pattern says which letters it takes", instead: "use a regex validator" },
  notificationType: { why: "a validator holds or it does not", instead: "remove it" },
  randomize: { why: "items stay in their order; options may not", instead: "use choicesOrder" },
  questionOrder: { why: "items stay in their order", instead: "remove it, or use choicesOrder" },
  randomizeCategory: { why: "options stay together", instead: "use choicesOrder" },
  selectAllText: {
    why: "a tick for everything is not an answer to each option",
    instead: "remove it",
  },
  maxTextLength: { why: "each item says its own", instead: "write maxLength at the items" },
  maxCommentLength: { why: "each item says its own", instead: "write maxLength at the items" },
  useDisplayValuesInDynamicTexts: {
    why: "words in braces are always the labels that people read",
    instead: "remove it",
  },
  label: { why: "the title is what is asked", instead: "write it as title" },
  rowOrder: { why: "rows stay in their order", instead: "remove it" },
  storeOthersAsComment: {
    why: "words beside other are always kept on their own",
    instead: "remove it",
  },
  clearIfInvisible: { why: "answers off the path are always dropped", instead: "remove it" },
  cookieName: { why: "one invitation is one response already", instead: "remove it" },
  titleLocation: { why: "the title of an item is what is asked", instead: "remove it" },
};

/** Names that are not taken for the same reason. */
const together: readonly (readonly [Outside, string])[] = [
  [
    layout,
    `
      colCount startWithNewLine width minWidth maxWidth widthMode showQuestionNumbers displayMode rateType
      renderAs logoWidth logoHeight logoFit logoPosition showTitle showPageTitles matrixDragHandleArea
      showPageNumbers questionTitleLocation questionDescriptionLocation questionErrorLocation
      questionStartIndex questionTitlePattern questionTitleTemplate questionTitleWidth gridLayoutEnabled
      gridLayoutColumns fitToContainer headerView backgroundImage backgroundImageFit backgroundImageAttachment
      backgroundOpacity state colSpan effectiveColSpan innerIndent indent showNumber hideNumber
      descriptionLocation errorLocation inputSize inputTextAlignment cols autoGrow allowResize autoGrowComment
      allowResizeComment commentAreaRows separateSpecialChoices itemComponent textWrapEnabled
      inputFieldComponent swapOrder useTitleAsLabel scaleColorMode rateColorMode
      displayRateDescriptionsAsExtremeItems rateDescriptionLocation columnMinWidth showHeader verticalAlign
      alternateRows rowTitleWidth cellComponent allowAdaptiveActions navigationTitle navigationDescription
    `,
  ],
  [
    ours,
    `
      completedHtml completedHtmlOnCondition completedBeforeHtml loadingHtml showPreviewBeforeComplete
      requiredErrorText otherErrorText minErrorText maxErrorText stepErrorText showProgressBar showTOC
      showPrevButton completeText pageNextText pagePrevText startSurveyText previewText editText requiredMark
      progressBarLocation progressBarType progressBarShowNavigationText progressBarShowPageNumbers
      progressBarNavigationTextLocation progressBarInheritWidthFrom tocLocation tocItemComponent
      showNavigationButtons navigationButtonsLocation showCompletePage previewMode autoFocusFirstQuestion
      autoFocusFirstError checkErrorsMode validateVisitedEmptyFields partialSendEnabled searchEnabled
      searchMode allowClear acceptCarriageReturn autocomplete textUpdateMode
    `,
  ],
  [
    styled,
    `
      logo sjsVersion $schema regionalFormat surveyId surveyPostId surveyShowDataSaving showBrandInfo
    `,
  ],
  [
    carried,
    `
      choicesVisibleIf choicesEnableIf choicesByUrl choicesFromQuestion choicesFromQuestionMode
      choicesLazyLoadEnabled choiceValuesFromQuestion choiceTextsFromQuestion hideIfChoicesEmpty
      hideIfRowsEmpty createCustomChoiceText choicesLazyLoadPageSize valuePropertyName
    `,
  ],
  [inert, `enableIf readOnly visible mode`],
  [
    computed,
    `
      calculatedValues defaultValueExpression setValueIf setValueExpression defaultDisplayValue bindings
    `,
  ],
  [paced, `showTimerPanel timerLocation timerInfoMode timeLimit timeLimitPerPage showTimer`],
  [paged, `page isSinglePage questionsOnPageMode autoAdvanceEnabled autoAdvanceAllowComplete`],
  [beside, `commentText commentPlaceholder isCommentRequired showCommentArea`],
];

export const outsideProperties: Readonly<Record<string, Outside>> = {
  ...Object.fromEntries(
    together.flatMap(([why, names]) =>
      names
        .trim()
        .split(/\s+/)
        .map((name) => [name, why]),
    ),
  ),
  ...alone,
};
