import type { Words } from "./words.ts";

export const es: Words = {
  language: "Idioma",
  required: "obligatoria",
  choose: "Elija",
  month: "Mes",
  year: "Año",
  noAnswer: "Sin respuesta",
  chooseSeveral: "Marque todas las que correspondan.",
  chooseAtLeast: (low) => `Marque al menos ${low}.`,
  chooseAtMost: (high) => `Marque ${high} como máximo.`,
  chooseBetween: (low, high) => `Marque de ${low} a ${high}.`,
  range: (low, high) => {
    if (low === undefined) return `Como máximo ${high}.`;
    return high === undefined ? `Como mínimo ${low}.` : `De ${low} a ${high}.`;
  },
  otherWords: (label) => `Si eligió «${label}»: dígalo con sus palabras`,
  fromRecords: "Así consta en nuestros registros. Si no es correcto, cámbielo.",

  section: {
    step: (step, about) => `Paso ${step} de unos ${about}`,
    untitled: (step) => `Preguntas, parte ${step}`,
    skipAny: "Puede dejar sin responder las preguntas que no estén marcadas como obligatorias.",
    faults: "Revise lo siguiente",
    faultsKept: "Todo lo que escribió se ha conservado.",
    faultMark: "Hay algo que revisar",
    more: "Queda algo más por preguntar",
    moreText: "Tras su respuesta se añadieron estas preguntas a la página:",
    next: "Guardar y continuar",
    back: "Guardar y volver",
    stop: "Guardar y seguir otro día",
    sameLink: "Para seguir más tarde, en este o en otro dispositivo, use el mismo enlace.",
    closing: (until) =>
      `Esta encuesta ya terminó. Como usted la había comenzado, puede acabarla hasta el ${until}.`,
  },
  start: {
    before: "Antes de empezar",
    steps: (about) => `Son unos ${about} pasos breves.`,
    skipAny: "Puede dejar sin responder las preguntas que no estén marcadas como obligatorias.",
    saved: "Sus respuestas se guardan después de cada paso.",
    later: "Puede parar cuando quiera y seguir más tarde con el mismo enlace, en otro dispositivo.",
    ownLink: "Su enlace es personal. Por favor, no lo comparta.",
    linkComes:
      "Cuando empiece, la dirección de la página será su enlace personal. Guárdela si piensa seguir más tarde.",
    anonymous:
      "Esta encuesta es anónima: nada de lo que guardamos une sus respuestas con su nombre, y no podemos ver quién ha respondido. Su enlace es la única forma de volver a sus respuestas.",
    withdraw: "Puede retirar sus respuestas, ahora o después.",
    consent: "Lo que usted acepta",
    version: (version) => `Versión ${version} de este texto`,
    agree: "Acepto, empezar",
    decline: "Si no quiere participar, cierre esta página. No se ha guardado nada.",
    changed: "Este texto ha cambiado desde que abrió la página. Por favor, léalo de nuevo.",
  },
  resume: {
    title: "Le damos de nuevo la bienvenida",
    saved: "Sus respuestas hasta ahora están guardadas.",
    goOn: "Seguir",
    review: "Repasar sus respuestas",
    stopped: "Sus respuestas están guardadas",
    stoppedText:
      "Puede cerrar esta página. Para seguir, abra de nuevo el mismo enlace, en cualquier dispositivo.",
    until: (day) => `Puede terminar hasta el ${day}.`,
  },
  review: {
    title: "Repase sus respuestas",
    lead: "Todavía no se ha enviado nada. Aún puede cambiarlo todo.",
    change: "Cambiar",
    unanswered: "Sin respuesta",
    unusable: (typed) => `Escribió «${typed}», que todavía no se puede usar`,
    send: "Enviar mis respuestas",
    final:
      "Una vez enviadas, las respuestas ya no se pueden cambiar. Sí podrá retirarlas todas con su enlace.",
    faults: "Antes de poder enviar",
  },
  thanks: {
    title: "Gracias",
    sent: "Sus respuestas se han enviado.",
    final: "Ya no se pueden cambiar.",
    scores: "El resultado de sus respuestas",
    scoresText: "Calculado solo con sus respuestas. No las hay correctas ni incorrectas.",
    score: (value, top) => `${value} en una escala de 0 a ${top}`,
    others: (low, high) => `La mitad de quienes respondieron está entre ${low} y ${high}.`,
    basis: (people, day) =>
      `Las demás personas son ${people} que habían respondido hasta el ${day}. No se muestra nada que dependa de unas pocas.`,
    formula: "Cómo se calcula",
    close: "Ya puede cerrar esta página. El mismo enlace le traerá de vuelta a ella.",
  },
  withdraw: {
    link: "Retirar mis respuestas",
    title: "Retirar sus respuestas",
    removed: "Todo lo que respondió aquí se borrará de inmediato. No se podrá recuperar.",
    stays:
      "Solo queda anotado que este enlace se usó y se retiró, para que nadie vuelva a preguntarle.",
    copies: "Las copias tomadas para un análisis antes de este momento quedan como están.",
    remove: "Borrar todas mis respuestas",
    keep: "Conservar mis respuestas",
    done: "Sus respuestas se han borrado",
    doneText: "Ya no se conserva nada de lo que respondió. Puede cerrar esta página.",
  },
  notices: {
    "not yet open": {
      title: "Esta encuesta aún no está abierta",
      text: (day) => (day === undefined ? "Se abrirá pronto." : `Se abre el ${day}.`),
      next: "Vuelva a usar entonces el mismo enlace.",
    },
    closed: {
      title: "Esta encuesta ha terminado",
      text: (day) =>
        day === undefined ? "Ya no se admiten respuestas." : `Estuvo abierta hasta el ${day}.`,
      next: "Gracias por su interés. Lo que había guardado antes se conserva.",
    },
    unknown: {
      title: "Este enlace no abre ninguna encuesta",
      text: () => "Puede que esté incompleto o que la encuesta ya no exista.",
      next: "Copie el enlace entero del mensaje que recibió, o pregunte a quien se lo envió.",
    },
    "too large": {
      title: "Es demasiado para guardarlo",
      text: () => "La página envió más texto del que la encuesta admite.",
      next: "Vuelva atrás, acorte lo que escribió y guarde de nuevo.",
    },
    "no form": {
      title: "No se pudo leer",
      text: () => "La página no se envió como formulario.",
      next: "Abra de nuevo su enlace. Todo lo guardado antes sigue ahí.",
    },
    trouble: {
      title: "Algo ha fallado aquí",
      text: () => "El fallo es nuestro, no suyo. Lo que guardó antes se conserva.",
      next: "Vuelva atrás y guarde de nuevo esta página dentro de un momento.",
    },
  },
  script: {
    saved: "Guardado a las {time}",
    sending: "Guardando …",
    offline: "Sin conexión. Esta página queda en su dispositivo y se enviará de nuevo por sí sola.",
    restored: "Se recuperó lo que había escrito aquí a las {time} y aún no estaba guardado.",
  },

  faults: {
    required: () => "Esta pregunta necesita una respuesta.",
    "row required": () => "Esta línea necesita una respuesta.",
    "comment required": () => "Diga con sus palabras a qué se refiere.",
    "not a number": () => "Escriba un número con cifras, por ejemplo 1200.",
    "not a whole number": () => "Escriba un número entero, por ejemplo 12.",
    "too small": (limit) => `Escriba un número que sea al menos ${limit}.`,
    "too large": (limit) => `Escriba un número que sea como máximo ${limit}.`,
    "too short": (limit) => `Escriba al menos ${limit} caracteres.`,
    "too long": (limit) => `Escriba como máximo ${limit} caracteres.`,
    "too few": (limit) => `Marque al menos ${limit}.`,
    "too many": (limit) => `Marque ${limit} como máximo.`,
    "not a date": () => "Indique una fecha que exista, con el año en cuatro cifras.",
    "not an email": () => "Escriba una dirección de correo como nombre@example.com.",
    "not a link": () => "Escriba una dirección web como https://example.com.",
    "not in the form": () => "No tiene la forma que se pedía.",
    "not accepted": () => "No encaja con sus otras respuestas.",
    "not together": () => "Una de las opciones elegidas va sola: elija esa o las demás.",
    "unusable characters": () =>
      "Contiene caracteres que no se pueden guardar. Escríbalo de nuevo.",
  },
  tooEarly: (limit) => `Indique una fecha que no sea anterior a ${limit}.`,
  tooLate: (limit) => `Indique una fecha que no sea posterior a ${limit}.`,
};
