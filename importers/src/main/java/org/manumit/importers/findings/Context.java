package org.manumit.importers.findings;

import java.util.List;
import java.util.Set;
import org.manumit.importers.resolve.TextWord;
import org.manumit.importers.resolve.TextWords;

/** Words that say what a number near them is, in the languages of Europe; folded, as the beginnings of words. */
enum Context {
    PHONE(
            "tel,telef,phone,mobil,movil,cell,handy,whatsapp,viber,telegram,sms,call,rang,sunat,suna,apelat,rief,anruf,"
                    + "chiam,llam,appel,dzwon,zadzwon,volal,hivott,hivta,komork,gsm,msisdn,gsm,zvon,obad,telefn,puhelin,"
                    + "kontakt,contact,numar,nummer,telephone,zvan,matkapuh,kinhto,tilef,cislo,numer,text,messag,dial,thoai,zalo,"
                    + "sdt,hotline,helplin",
            "ring,rung"),
    NO_PHONE(
            "dosar,case,file,ref,factur,invoice,rechnung,contract,order,comand,ticket,bilet,cnp,pesel,imei,imsi,iban,"
                    + "account,konto,compte,conto,cuenta,szamla,rachun,passport,pasaport,pass,serial,aktenzeichen,sygn,"
                    + "cui,cif,nip,vat,isbn,version,spis,dossier,expedient,uct,regon,personal,id",
            ""),
    ACCOUNT(
            "iban,account,konto,kontonum,cont,compte,conto,cuenta,szamlasz,rachun,ucet,ucte,bank,smetk,racun,rekening",
            ""),
    VEHICLE(
            "vehicl,vehicul,plate,licence,license,registrat,reg,kennzeich,auto,wagen,fahrzeug,pkw,lkw,masin,inmatricul,"
                    + "targa,targat,veicol,furgon,macchin,matricul,coche,immatricul,plaque,voitur,camion,kenteken,voertuig,"
                    + "samochod,pojazd,rejestrac,tablic,rendszam,gepkocsi,spz,ecv,vozidl,avtomobil,registarsk,vozil,bmw,audi,"
                    + "mercedes,vw,volkswagen,ford,opel,skoda,dacia,renault,peugeot,fiat,toyota,volvo,transit,sprinter,vito,"
                    + "mashin,kola,kolat,minibus,microbuz,truck,lorry,tahograf,logan,passat,golf,citroen,hyundai,nissan,iveco,"
                    + "bil,registrering,auton,rekisteri,lastwagen,carro,viatura,dizel,kombi,dubit,limuzin",
            "car,cars,van,vans,bus,taxi,tir,car's,mpv,suv,xe,oto,index,vrm,vin,sienna,placas,placa,toyota,plaka,plakali,plakasi,arac,araci,otomobil,kamyon,tag"),
    /** Words after which nothing but a plate stands. */
    PLATE(
            "kennzeich,inmatricul,immatricul,rejestrac,rendszam,kenteken,registrering,rekisteri,plaka,registrat,matricul",
            "plate,plates,tag,reg,rego,vrm,index,targa,targata,targato,placa,placas,spz,ecv"),
    PAPER(
            "passport,pasaport,reisepass,passeport,passaport,pasaporte,paspoort,paszport,utlevel,putovnic,identity,"
                    + "identitate,buletin,ausweis,personalausweis,dowod,szemelyi,obcansk,obciansk,lichn,visa,viza,visum,"
                    + "aufenthalt,permit,permis,seria,zagranpasport,pasporta,pasport,licnakart,osobn,identit,didentit,lidentit,cni,dni,nie,tie,"
                    + "idcard,rijbewijs,fuhrerschein,passi,isikutunn,pases,cedula,chieu,permess,soggiorno,carnet,leternjoft",
            "pas,pass,ci,bi,op,id"),
    PERSONAL_NUMBER(
            "cnp,pesel,egn,oib,jmbg,rodne,codice,svnr,personnumm,bsn,nif,niss,cccd,cmnd,bvn,nin,aadhaar,curp,cpf",
            "nn");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of never changes
    private final Set<String> whole;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<String> beginnings;

    Context(String beginnings, String whole) {
        this.beginnings = List.of(beginnings.split(",", -1));
        this.whole = Set.of(whole.split(",", -1));
    }

    /** Whether a word is one of these. */
    boolean has(TextWord word) {
        String folded = word.folded();
        if (folded.isEmpty()) {
            return false;
        }
        if (whole.contains(folded)) {
            return true;
        }
        for (String beginning : beginnings) {
            if (beginning.length() < 4 ? folded.equals(beginning) : folded.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** How many words before a place the nearest of these stands in the same sentence; -1 when none does. */
    int before(TextWords words, int at, int within) {
        int from = words.wordFrom(at) - 1;
        int sentence = words.sentenceStart(at);
        for (int i = from; i >= 0 && from - i < within; i--) {
            TextWord word = words.words().get(i);
            if (word.start() < sentence) {
                return -1;
            }
            if (has(word)) {
                return from - i;
            }
        }
        return -1;
    }

    /** Whether one of these stands so near after a place in the same sentence. */
    boolean follows(TextWords words, int at, int within) {
        int from = words.wordFrom(at);
        int end = words.sentenceEnd(Math.max(0, at - 1));
        for (int i = from; i < words.words().size() && i - from < within; i++) {
            if (words.words().get(i).start() >= end) {
                return false;
            }
            if (has(words.words().get(i))) {
                return true;
            }
        }
        return false;
    }
}
