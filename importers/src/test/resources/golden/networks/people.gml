Creator "someone"
graph [
  directed 1
  node [ id 1 label "Dorin [driver]" graphics [ x 1.0 y 2.0 ] ]
  node [
    id 2
    label "Mira"
    city "Cluj"
  ]
  edge [ source 1 target 2 value 4 label "pays" ]
]
