/** Words that say nothing about the subject, accents stripped. */
export const stopWords = new Set(
  `a o as os um uma uns umas de do da dos das em no na nos nas num numa por pelo pela pelos pelas para pra pro pras
   pros com sem sob sobre ate e ou mas que se como quando quanto quantos quanta quantas qual quais quem cujo onde
   porque pois ao aos eu tu ele ela nos vos eles elas voce voces vc vcs me te lhe lhes meu minha meus minhas teu tua
   seu sua seus suas nosso nossa nossos nossas este esta estes estas esse essa esses essas isto isso aquele aquela
   aquilo aqui ai la ali ja nao sim so tambem tb muito muita muitos muitas mais menos mesmo mesma entao ainda agora
   hoje ser sou es somos sao era eram foi foram seja estar estou estamos estao estava ter tem tenho temos ha
   haver houver tinha teria fazer faz fazem faco fazemos feito ir vai vou vao vamos ia iria vem vir pode podem posso
   podemos poder poderia podia quero quer queria querem gostaria saber sei sabe sabem dizer diz diga me fala falar
   favor gentileza algum alguma alguns algumas nada tudo todo toda todos todas cada outro outra outros outras
   tipo coisa informacao informacoes duvida pergunta ola oi bom boa obrigado obrigada the of to and
   is are do you your what how can i it in on for`.split(/\s+/),
);

/** What nearly every question has, the business itself among it: it counts for a little. Already stemmed. */
export const weakStems = new Set(
  `aceit atend trabalh precis realiz oferec exist possu utiliz necessari consig conseg dev rola serv clinic loj empres
   escol consultori unidad lugar local pesso client filh compr vend`.split(/\s+/),
);
